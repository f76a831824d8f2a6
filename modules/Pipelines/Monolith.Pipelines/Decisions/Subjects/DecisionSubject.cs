namespace Monolith.Pipelines.Decisions.Subjects;

/// <summary>What an approval is bound to. When any of it changes the approval is void.</summary>
/// <param name="Sha256">Of all that follows, lower-case hex; what an approver names.</param>
/// <param name="Artifacts">What the stages before have kept, and the files of the proposal.</param>
/// <param name="Plan">SHA-256 of what the stage is about to do.</param>
/// <param name="Budget">Dollars; null for none.</param>
internal sealed record DecisionSubject(string Sha256, IReadOnlyList<SubjectArtifact> Artifacts, string Plan, double? Budget)
{
    /// <summary>SHA-256 of what the agent was called with when it proposed; part of <see cref="Plan"/>. Null when the definition asks.</summary>
    public string? Call { get; init; }
}

/// <summary>A file that was seen.</summary>
/// <param name="Name">The artifact's name, or the file's path in the workspace.</param>
/// <param name="Sha256">Lower-case hex; <c>missing</c> when there is none.</param>
internal sealed record SubjectArtifact(string Name, string Sha256);
