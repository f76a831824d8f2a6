using System.Text.RegularExpressions;
using Monolith.Agents.Registry.Uploading;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Feeds;

/// <summary>A package of a feed. Both go into addresses and paths, so both are checked first.</summary>
internal sealed partial record PackageId(string Id, string Version)
{
    public string FileName => $"{Id}.{Version}.nupkg";

    public static Result<PackageId> Of(string? id, string? version)
    {
        if (id is null || !PackageName.IsName(id))
            return new Problem(ErrorCodes.ValidationError, "Give the id of a package of the feed.", "id");
        return version is null || !Pattern().IsMatch(version)
            ? new Problem(ErrorCodes.ValidationError, "Give one version of the package, such as 1.2.0.", "version")
            : new PackageId(id, version);
    }

    public Problem NotIn(string feed) => new(ErrorCodes.NotFound, $"The feed '{feed}' has no {Id} {Version}.", "id");

    [GeneratedRegex(@"\A\d{1,9}(\.\d{1,9}){1,3}(-[0-9A-Za-z.-]{1,64})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
