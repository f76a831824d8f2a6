using System.Security.Cryptography;
using Monolith.Pipelines.Evidence.Exporting;

namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>Kept files in a folder: by name, as they are downloaded, or by hash, as the host keeps them.</summary>
internal sealed class ArtifactFolder(string folder)
{
    /// <returns>A sentence when the artifact is not there, or is another one; null when it is as it was kept.</returns>
    public async Task<string?> FaultAsync(ExportedArtifact artifact, CancellationToken cancellationToken)
    {
        if (PlacesOf(artifact).Select(place => Path.Combine(folder, place)).FirstOrDefault(File.Exists) is not { } path)
            return "it is not in the folder";
        await using var file = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        return hash == artifact.Sha256 ? null : $"the file's SHA-256 is {hash}, the bundle says {artifact.Sha256}";
    }

    private static IEnumerable<string> PlacesOf(ExportedArtifact artifact)
    {
        // Names come from the bundle and must not lead out of the folder.
        if (artifact.Sha256.Length == Format.Sha256.Length && artifact.Sha256.All(char.IsAsciiHexDigit))
            foreach (var place in new[] { Path.Combine(artifact.Sha256[..2], artifact.Sha256), artifact.Sha256 })
                yield return place;
        if (artifact.Name.Length > 0 && artifact.Name is not ("." or "..") && artifact.Name.AsSpan().IndexOfAny('/', '\\', '\0') < 0)
            foreach (var place in new[] { artifact.Name, $"{artifact.Name}.zip" })
                yield return place;
    }
}
