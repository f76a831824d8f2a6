using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Monolith.Host.Settings;

/// <summary>What no module's section holds: settings of the framework, and names that several modules share.</summary>
internal sealed class RootSettings
{
    /// <summary>Addresses to listen on, separated by semicolons, such as <c>http://localhost:8080</c>.</summary>
    public string? Urls { get; set; }

    public ConnectionStrings ConnectionStrings { get; } = new();

    /// <summary>Values that pipelines and providers of models ask for by name.</summary>
    [DataType(DataType.Password)]
    public Dictionary<string, string> Secrets { get; } = [];

    /// <summary>Feature flags by name: <c>true</c>, <c>false</c>, or <c>EnabledFor</c> with filters of Microsoft.FeatureManagement. What an admin sets while hosts run wins.</summary>
    public Dictionary<string, JsonElement> FeatureManagement { get; } = [];

    public SecretFileSettings SecretFiles { get; } = new();

    public LoggingSettings Logging { get; } = new();
}

internal sealed class SecretFileSettings
{
    /// <summary>A folder with a file for each secret; a file wins over <c>Secrets</c>.</summary>
    public string? Folder { get; set; }
}

internal sealed class ConnectionStrings
{
    /// <summary>The PostgreSQL database, as Npgsql writes it. Without one the host starts a private server.</summary>
    [DataType(DataType.Password)]
    public string? Postgres { get; set; }

    /// <summary>The Redis that several hosts share, as StackExchange.Redis writes it. One host needs none.</summary>
    [DataType(DataType.Password)]
    public string? Redis { get; set; }
}

internal sealed class LoggingSettings
{
    /// <summary><c>text</c> or <c>json</c>; text on a terminal and json elsewhere when it is not given.</summary>
    public string? Format { get; set; }

    /// <summary>The least level that is written, by the category's beginning; <c>Default</c> is for all others.</summary>
    public Dictionary<string, LogLevel> LogLevel { get; } = [];
}
