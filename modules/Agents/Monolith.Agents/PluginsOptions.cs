using System.ComponentModel.DataAnnotations;

namespace Monolith.Agents;

/// <summary>Section <c>Plugins</c>: where agents are found.</summary>
public sealed class PluginsOptions
{
    /// <summary>
    /// The folder of the agents that come with the host, one subfolder a plugin; a relative path starts at the host's own
    /// folder. Users drop theirs in <c>plugins</c> under <c>Storage:DataDirectory</c>, which is always searched after it.
    /// </summary>
    [Required]
    public string Directory { get; set; } = "plugins";

    /// <summary>How long one plugin may take to load before it counts as failed. Seconds, 1 to 600.</summary>
    [Range(1, 600)]
    public int LoadTimeoutSeconds { get; set; } = 30;
}
