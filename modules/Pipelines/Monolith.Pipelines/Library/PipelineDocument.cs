namespace Monolith.Pipelines.Library;

/// <summary>A named pipeline's newest version.</summary>
internal sealed class PipelineDocument
{
    /// <summary>The pipeline's name.</summary>
    public required string Id { get; init; }

    /// <summary>From 1, one more with each change, going on after a deletion.</summary>
    public required int Version { get; init; }

    /// <summary>Of the canonical definition; see <see cref="StoredDefinition"/>.</summary>
    public required string Hash { get; init; }

    public required string Description { get; init; }

    public required int Stages { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool Deleted { get; init; }
}

/// <summary>One version of a named pipeline, as its author wrote it. Never changed.</summary>
internal sealed class PipelineVersionDocument
{
    /// <summary>The name and the version: <c>name/3</c>. Taking it is what makes a version.</summary>
    public required string Id { get; init; }

    public required string Hash { get; init; }

    public required string Source { get; init; }

    /// <summary>yaml or json.</summary>
    public required string Format { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static string IdOf(string name, int version) => $"{name}/{version}";
}
