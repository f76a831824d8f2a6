using Monolith.Agents.Discovery;
using Monolith.Agents.Registry.Store;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Uploading;

/// <summary>Takes a version into the registry: named, checked, loaded once and stored. What is refused leaves nothing.</summary>
internal sealed class PackageUpload(PackageCheck check, PackageTable packages, TimeProvider time)
{
    /// <param name="received">The archive.</param>
    /// <param name="order">What is wanted of it.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The package, and whether it was not there before.</returns>
    public async Task<Result<(Package Package, bool IsNew)>> AddAsync(ReceivedPackage received, UploadOrder order, CancellationToken cancellationToken)
    {
        if (order.ExpectedSha256 is { } digest && digest != received.Sha256)
            return new Problem(ErrorCodes.ValidationError, $"The digest of the body is {received.Sha256}, not the one that was sent with it. Send the file again.", "Content-Digest");
        var name = PackageName.Of(received.File, order.Plugin);
        if (!name.IsSuccess)
            return name.Problems[0];
        using var archive = received.Named(name.Value.FileName);
        var loaded = await check.LoadAsync(new PluginFolder(archive.File) { Name = name.Value.Plugin, IsArchive = true }, cancellationToken);
        if (!loaded.IsSuccess)
            return loaded.Problems[0];
        if (order.ExpectedHash is { } expected && !expected.Equals(loaded.Value.ContentHash, StringComparison.OrdinalIgnoreCase))
            return new Problem(ErrorCodes.ValidationError, $"The content hash of the package is {loaded.Value.ContentHash}, not the expected one. Get it from its publisher again.", "expectedHash");

        var package = new Package(name.Value.Plugin, loaded.Value.ContentHash, name.Value.Version ?? loaded.Value.Version, [.. loaded.Value.Agents.Select(agent => agent.Name)])
        {
            Publisher = loaded.Value.Publisher,
            FileName = name.Value.FileName,
            Size = archive.Size,
            Sha256 = archive.Sha256,
            Source = order.Source,
            UploadedBy = order.By,
            UploadedAt = time.GetUtcNow(),
        };
        return await StoreAsync(package, archive.File, cancellationToken);
    }

    private async Task<(Package, bool)> StoreAsync(Package package, string file, CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(file);
        return !await packages.AddAsync(package, bytes, cancellationToken) && await packages.FindAsync(package.Plugin, package.ContentHash, cancellationToken) is { } same
            ? (same, false)
            : (package, true);
    }
}

/// <summary>What is wanted of an archive.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="By">Who wants it.</param>
internal sealed record UploadOrder(string Source, string By)
{
    /// <summary>What the plugin is called; null for what the archive says itself.</summary>
    public string? Plugin { get; init; }

    /// <summary>The content hash that it must have; null for any.</summary>
    public string? ExpectedHash { get; init; }

    /// <summary>The SHA-256 that the archive must have, lower-case hex; null for any.</summary>
    public string? ExpectedSha256 { get; init; }
}
