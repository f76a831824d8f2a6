using Monolith.Kernel;

namespace Monolith.Host.Settings;

/// <summary>
/// The environments that come with a settings file of their own. With none named a host is as it is without any setting; the framework would
/// take that for Production.
/// </summary>
internal static class Profiles
{
    private const string Key = "environment";
    private const string Unnamed = "Local";

    private static readonly string[] Known = [Environments.Development, Environments.Staging, Environments.Production, Unnamed];

    /// <returns>What the command line or the environment names.</returns>
    public static string Of(string[] args) => new ConfigurationBuilder()
        .AddEnvironmentVariables("DOTNET_")
        .AddEnvironmentVariables("ASPNETCORE_")
        .AddCommandLine(args)
        .Build()[Key] is { Length: > 0 } named ? named : Unnamed;

    public static void AddRules(WebApplicationBuilder builder)
    {
        var environment = builder.Environment;
        builder.Services.AddSingleton(new SettingRule(Key, _ => NameFault(environment)));
        builder.Services.AddSingleton(new SettingRule("Access:Anonymous", value => AnonymousFault(value, environment)));
    }

    /// <summary>A name with a slip would take the host's guard away unseen.</summary>
    private static string? NameFault(IHostEnvironment environment) =>
        Known.Contains(environment.EnvironmentName, StringComparer.Ordinal) || File.Exists(Path.Combine(environment.ContentRootPath, $"appsettings.{environment.EnvironmentName}.json"))
            ? null
            : $"'{environment.EnvironmentName}' is none of {string.Join(", ", Known)}, as they are written here, and there is no appsettings.{environment.EnvironmentName}.json beside the program. Set ASPNETCORE_ENVIRONMENT to one of them, or lay the file there.";

    private static string? AnonymousFault(string value, IHostEnvironment environment) =>
        environment.IsProduction() && bool.TryParse(value, out var anonymous) && anonymous
            ? "In Production everybody signs in. Take the setting away, or name another environment."
            : null;
}
