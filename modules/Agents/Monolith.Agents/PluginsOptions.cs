using System.ComponentModel.DataAnnotations;
using Monolith.Agents.Workers;

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

    /// <summary>
    /// Any, or KnownPublishers for signed plugins only, besides those in the host's own folder. A plugin whose signature is not one of its files
    /// is refused either way.
    /// </summary>
    public PluginTrustMode Trust { get; set; }

    /// <summary>
    /// The publishers that are known, by name: an ECDSA P-256 public key as PEM, or a file that holds one; a relative path starts at the host's own
    /// folder.
    /// </summary>
    public Dictionary<string, string> Publishers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The largest package that the registry takes. MiB, 1 to 1024.</summary>
    [Range(1, 1024)]
    public int MaxPackageMiB { get; set; } = 128;

    /// <summary>How many versions of a plugin the registry keeps, the newest; those that are in use are kept beside them. 1 to 1000.</summary>
    [Range(1, 1000)]
    public int KeepPackages { get; set; } = 10;

    /// <summary>
    /// Where packages may be uploaded from, by name: the address of a NuGet v3 feed (its index.json), to which <c>Agents:AllowedNetworks</c> and
    /// <c>Agents:AllowPrivateNetworks</c> must let calls go, or the absolute path of a folder with packages.
    /// </summary>
    public Dictionary<string, string> Feeds { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a feed's key, by the feed's name: a secret of the project <c>default</c>, or of the section <c>Secrets</c>, of the form <c>USER:PASSWORD</c>.</summary>
    public Dictionary<string, string> FeedSecrets { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long one plugin may take to load before it counts as failed. Seconds, 1 to 600.</summary>
    [Range(1, 600)]
    public int LoadTimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// Where plugins run: InProcess, or Process for a worker process each, which cannot take the host down. A plugin's own monolith.plugin.json may ask
    /// for Process too.
    /// </summary>
    public PluginIsolation Isolation { get; set; }

    /// <summary>The same for single plugins, by the name of the folder; it wins over <c>Isolation</c> and over what the plugin asks for.</summary>
    public Dictionary<string, PluginIsolation> IsolationOf { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What each worker process may use.</summary>
    public WorkerOptions Worker { get; } = new();
}

/// <summary>Which plugins are loaded.</summary>
public enum PluginTrustMode
{
    /// <summary>Signed or not.</summary>
    Any,

    /// <summary>Those that one of <c>Plugins:Publishers</c> signed, and those in the host's own folder.</summary>
    KnownPublishers,
}

/// <summary>Where a plugin's code runs.</summary>
public enum PluginIsolation
{
    /// <summary>In the host.</summary>
    InProcess,

    /// <summary>In a worker process of its own, with the host's rights; the host and other plugins outlive it.</summary>
    Process,
}
