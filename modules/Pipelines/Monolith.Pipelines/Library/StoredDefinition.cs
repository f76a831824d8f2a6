namespace Monolith.Pipelines.Library;

/// <summary>A definition by content. Never changed, never deleted while a run names it.</summary>
internal sealed class StoredDefinition
{
    /// <summary>SHA-256 of <see cref="Canonical"/>, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>The definition as canonical JSON.</summary>
    public required string Canonical { get; init; }
}
