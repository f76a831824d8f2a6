using Microsoft.Extensions.Options;
using Monolith.Agents.Registry.Uploading;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Feeds;

/// <summary>Gets packages from the feeds of <c>Plugins:Feeds</c>, and from no others: a request names a feed, never an address.</summary>
internal sealed class PackageFeeds(IOptions<PluginsOptions> options, PackageInbox inbox, HttpFeed http)
{
    public async Task<Result<ReceivedPackage>> GetAsync(string feed, PackageId package, CancellationToken cancellationToken)
    {
        if (!options.Value.Feeds.TryGetValue(feed, out var place))
            return new Problem(ErrorCodes.ValidationError, $"There is no feed '{feed}' in Plugins:Feeds. It has: {Names}.", "feed");
        try
        {
            return Uri.TryCreate(place, UriKind.Absolute, out var address) && !address.IsFile
                ? await http.GetAsync(feed, address, package, cancellationToken)
                : await FromFolderAsync(feed, place, package, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new Problem(ErrorCodes.NetworkError, $"The feed '{feed}' cannot be read: {fault.Message}", "feed");
        }
    }

    /// <returns>What is wrong with a setting; null when nothing is.</returns>
    public static string? Fault(string place) =>
        Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "file" || Path.IsPathFullyQualified(place)
            ? null
            : $"'{place}' must be the address of a NuGet v3 feed (its index.json), or the absolute path of a folder with packages.";

    private string Names => options.Value.Feeds.Count == 0 ? "none" : string.Join(", ", options.Value.Feeds.Keys.Order(StringComparer.Ordinal));

    private async Task<Result<ReceivedPackage>> FromFolderAsync(string feed, string place, PackageId package, CancellationToken cancellationToken)
    {
        var folder = Uri.TryCreate(place, UriKind.Absolute, out var address) ? address.LocalPath : place;
        var file = new DirectoryInfo(folder).EnumerateFiles("*.nupkg").FirstOrDefault(one => one.Name.Equals(package.FileName, StringComparison.OrdinalIgnoreCase));
        if (file is null)
            return package.NotIn(feed);
        await using var from = file.OpenRead();
        return await inbox.ReceiveAsync(from, cancellationToken);
    }
}
