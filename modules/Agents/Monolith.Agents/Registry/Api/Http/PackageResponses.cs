using Monolith.Agents.Registry.Store;

namespace Monolith.Agents.Registry.Api.Http;

/// <summary>A version of a plugin in the registry.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="ContentHash">SHA-256 over the plugin's files without its signature, lower-case hex.</param>
/// <param name="Version">The package's, by its manifest; else the highest of its agents.</param>
/// <param name="Agents">Names of its agents.</param>
/// <param name="Publisher">Who signed it, by a key that the host knew when it was uploaded; null when nobody did.</param>
/// <param name="Size">Of the archive, in bytes.</param>
/// <param name="Sha256">Of the archive, lower-case hex.</param>
/// <param name="Source"><c>upload</c>, or <c>feed NAME</c>.</param>
/// <param name="UploadedBy">Who uploaded it.</param>
/// <param name="UploadedAt">When.</param>
public sealed record PackageResponse(
    string Plugin, string ContentHash, string Version, IReadOnlyList<string> Agents, string? Publisher, long Size, string Sha256, string Source, string UploadedBy, DateTimeOffset UploadedAt)
{
    internal static PackageResponse Of(Package package) => new(
        package.Plugin, package.ContentHash, package.Version, package.Agents, package.Publisher, package.Size, package.Sha256, package.Source, package.UploadedBy, package.UploadedAt);
}

/// <summary>What all hosts are to serve of a plugin, and what they do.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="Enabled">One that is not serves from nowhere, not from a folder either.</param>
/// <param name="Serving">The content hash that is to serve; null when a folder of that name does, if there is one.</param>
/// <param name="Pinned">Whether uploads leave alone what serves.</param>
/// <param name="Previous">The content hash that a rollback goes back to; null for none.</param>
/// <param name="ChangedBy">Who changed it last.</param>
/// <param name="ChangedAt">When; null when nobody has.</param>
/// <param name="Versions">The newest first.</param>
/// <param name="Hosts">What each host serves.</param>
public sealed record PluginPackagesResponse(
    string Plugin,
    bool Enabled,
    string? Serving,
    bool Pinned,
    string? Previous,
    string? ChangedBy,
    DateTimeOffset? ChangedAt,
    IReadOnlyList<PackageResponse> Versions,
    IReadOnlyList<PluginHostResponse> Hosts)
{
    internal static PluginPackagesResponse Of(PluginState state, IEnumerable<Package> packages, IEnumerable<HostServing> hosts) => new(
        state.Plugin,
        state.IsEnabled,
        state.Serving,
        state.IsPinned,
        state.Previous,
        state.Version > 0 ? state.ChangedBy : null,
        state.Version > 0 ? state.ChangedAt : null,
        [.. packages.Select(PackageResponse.Of)],
        [.. hosts.Select(host => new PluginHostResponse(host.Host, host.ContentHash, host.Fault))]);
}

/// <summary>What one host serves of a plugin, by its own word within the last 90 s.</summary>
/// <param name="Host">The machine's name and the process id.</param>
/// <param name="ContentHash">Null for nothing.</param>
/// <param name="Reason">Why it does not serve what it is to serve; null when it does.</param>
public sealed record PluginHostResponse(string Host, string? ContentHash, string? Reason);

/// <summary>The plugins of the registry.</summary>
/// <param name="Plugins">By name.</param>
public sealed record PackageListResponse(IReadOnlyList<PluginPackagesResponse> Plugins);

/// <summary>What became of an upload.</summary>
/// <param name="Package">The version.</param>
/// <param name="Serving">Whether all hosts are to serve it.</param>
/// <param name="Reason">Why they are not; null when they are.</param>
public sealed record UploadResponse(PackageResponse Package, bool Serving, string? Reason);

/// <summary>A package of a feed that is to be uploaded.</summary>
public sealed record FeedPackageRequest
{
    /// <summary>A name in <c>Plugins:Feeds</c>.</summary>
    public string? Feed { get; init; }

    /// <summary>The package's id.</summary>
    public string? Id { get; init; }

    /// <summary>One version, such as <c>1.2.0</c>.</summary>
    public string? Version { get; init; }
}
