namespace Monolith.Agents.Registry.Store;

/// <summary>A version of a plugin as it was uploaded, without its bytes.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="ContentHash">Of its files, as of a plugin in a folder.</param>
/// <param name="Version">The highest that its agents have.</param>
/// <param name="Agents">Their names.</param>
internal sealed record Package(string Plugin, string ContentHash, string Version, IReadOnlyList<string> Agents)
{
    /// <summary>Who signed it, verified when it was uploaded; null when nobody did.</summary>
    public string? Publisher { get; init; }

    /// <summary>Of the archive; its extension says how it is unpacked.</summary>
    public required string FileName { get; init; }

    /// <summary>Of the archive, in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of the archive, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where it came from: <c>upload</c>, or <c>feed NAME</c>.</summary>
    public required string Source { get; init; }

    public required string UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }
}
