namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>What was found.</summary>
/// <param name="IsBundle">False when the file is something else altogether.</param>
/// <param name="Header">What the first line says; null when it cannot be read.</param>
/// <param name="Lines">How many lines there are, the signature among them.</param>
/// <param name="Artifacts">How many artifacts are named.</param>
/// <param name="ArtifactsChecked">How many of them were held against files; null when no folder was given.</param>
/// <param name="Faults">Each names its line; none when the bundle is as it was signed.</param>
internal sealed record EvidenceReport(
    bool IsBundle, BundleHeader? Header, int Lines, int Artifacts, int? ArtifactsChecked, IReadOnlyList<string> Faults)
{
    /// <summary>Whether the key was given by who asked, and not taken from the bundle.</summary>
    public bool IsKeyGiven { get; init; }

    public bool IsValid => IsBundle && Faults.Count == 0;
}
