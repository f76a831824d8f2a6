namespace Monolith.Pipelines.Decisions.Policy;

/// <summary>A policy that ruled something, by content.</summary>
internal sealed class PolicyDocument
{
    /// <summary>SHA-256 of <see cref="Canonical"/>, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>The policy as canonical JSON.</summary>
    public required string Canonical { get; init; }
}
