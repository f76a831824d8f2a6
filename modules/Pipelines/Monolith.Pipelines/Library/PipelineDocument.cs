using System.Text.Json.Serialization;

namespace Monolith.Pipelines.Library;

/// <summary>A named pipeline's newest version.</summary>
internal sealed class PipelineDocument
{
    /// <summary>The name; before it, of a project that is not the default one, the project: <c>project/name</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Null for the default one, as in documents of earlier versions.</summary>
    public string? Project { get; init; }

    /// <summary>The pipeline's name.</summary>
    [JsonIgnore]
    public string Name => Id[(Id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>From 1, one more with each change, going on after a deletion.</summary>
    public required int Version { get; init; }

    /// <summary>Of the canonical definition; see <see cref="StoredDefinition"/>.</summary>
    public required string Hash { get; init; }

    public required string Description { get; init; }

    public required int Stages { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether something besides people starts runs of it.</summary>
    public bool HasTriggers { get; init; }

    public bool Deleted { get; init; }

    /// <returns>Null for what is no name, so that nobody reaches another project's by it.</returns>
    public static string? IdOf(string project, string name) =>
        name.Contains('/', StringComparison.Ordinal) ? null : project == Access.Contracts.Projects.Project.Default ? name : $"{project}/{name}";
}

/// <summary>One version of a named pipeline, as its author wrote it. Never changed.</summary>
internal sealed class PipelineVersionDocument
{
    /// <summary>The pipeline's id and the version: <c>name/3</c>, <c>project/name/3</c>. Taking it is what makes a version.</summary>
    public required string Id { get; init; }

    public required string Hash { get; init; }

    public required string Source { get; init; }

    /// <summary>yaml or json.</summary>
    public required string Format { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static string IdOf(string pipeline, int version) => $"{pipeline}/{version}";
}
