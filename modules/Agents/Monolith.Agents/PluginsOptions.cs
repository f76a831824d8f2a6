namespace Monolith.Agents;

/// <summary>Section <c>Plugins</c>.</summary>
public sealed class PluginsOptions
{
    /// <summary>The folder of the plugins that come with the host; users drop theirs into <c>plugins</c> of the data folder.</summary>
    public string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "plugins");
}
