using JasperFx;
using Marten;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions;

namespace Monolith.Pipelines.Library;

/// <summary>The named pipelines and their versions.</summary>
internal sealed class PipelineLibrary(IDocumentStore store, PipelineLookup lookup, DefinitionLibrary definitions, TimeProvider time)
{
    /// <summary>As the expected version: whichever it is, but there must be one.</summary>
    public const int AnyVersion = -1;

    public async Task<PipelineDocument?> FindAsync(string project, string name, CancellationToken cancellationToken) =>
        PipelineDocument.IdOf(project, name) is { } id ? await lookup.FindAsync(id, cancellationToken) : null;

    public async Task<PipelineVersionDocument?> FindVersionAsync(string project, string name, int version, CancellationToken cancellationToken)
    {
        if (PipelineDocument.IdOf(project, name) is not { } id)
            return null;
        await using var session = store.QuerySession();
        return await session.LoadAsync<PipelineVersionDocument>(PipelineVersionDocument.IdOf(id, version), cancellationToken);
    }

    /// <param name="projects">Theirs only; null for all.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>By project and name.</returns>
    public async Task<IReadOnlyList<PipelineDocument>> ListAsync(string[]? projects, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var pipelines = session.Query<PipelineDocument>().Where(p => !p.Deleted);
        if (projects is not null)
            pipelines = projects.Contains(Project.Default) ? pipelines.Where(p => p.Project == null || p.Project.IsOneOf(projects)) : pipelines.Where(p => p.Project!.IsOneOf(projects));
        return await pipelines.OrderBy(p => p.Id).ToListAsync(cancellationToken);
    }

    /// <returns>The project's pipelines that something besides people starts, by name; those of all projects when it is null.</returns>
    public async Task<IReadOnlyList<PipelineDocument>> ListTriggeredAsync(string? project, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var pipelines = session.Query<PipelineDocument>().Where(p => p.HasTriggers && !p.Deleted);
        if (project is not null)
            pipelines = project == Project.Default ? pipelines.Where(p => p.Project == null) : pipelines.Where(p => p.Project == project);
        return await pipelines.OrderBy(p => p.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Stores a new version unless the newest has the same content.</summary>
    /// <param name="project">Whose it is.</param>
    /// <param name="definition">The compiled definition; its name is the pipeline's.</param>
    /// <param name="source">As the author wrote it.</param>
    /// <param name="format">yaml or json.</param>
    /// <param name="expected">The version the author changed; null takes any and none, <see cref="AnyVersion"/> any, 0 wants that there is none.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>The newest version; a CONFLICT when it is not the expected one.</returns>
    public async Task<Result<(PipelineDocument Pipeline, bool Created)>> PutAsync(
        string project, CompiledDefinition definition, string source, string format, int? expected, CancellationToken cancellationToken)
    {
        var id = PipelineDocument.IdOf(project, definition.Definition.Name)!;
        await definitions.AddAsync(definition, cancellationToken);
        while (true)
        {
            await using var session = store.LightweightSession();
            var before = await session.LoadAsync<PipelineDocument>(id, cancellationToken);
            var current = before is { Deleted: false } ? before.Version : 0;
            if (!Fits(expected, current))
                return Stale(definition.Definition.Name, expected, current);
            if (before is { Deleted: false } && before.Hash == definition.Hash)
                return (before, false);

            var next = Next(id, project, definition, before);
            session.Insert(VersionOf(next, source, format));
            session.Store(next);
            if (await TrySaveAsync(session, cancellationToken))
                return (next, current == 0);
        }
    }

    /// <returns>Null when done; otherwise why not.</returns>
    public async Task<Problem?> DeleteAsync(string project, string name, int? expected, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        if (PipelineDocument.IdOf(project, name) is not { } id || await session.LoadAsync<PipelineDocument>(id, cancellationToken) is not { Deleted: false } before)
            return NotFound(name);
        if (!Fits(expected, before.Version))
            return Stale(name, expected, before.Version);

        session.Store(new PipelineDocument
        {
            Id = before.Id,
            Project = before.Project,
            Version = before.Version,
            Hash = before.Hash,
            Description = before.Description,
            Stages = before.Stages,
            UpdatedAt = time.GetUtcNow(),
            Deleted = true,
        });
        await session.SaveChangesAsync(cancellationToken);
        return null;
    }

    public static Problem NotFound(string name) =>
        new(ErrorCodes.PipelineNotFound, $"There is no pipeline '{name}'. Store one with PUT /api/v1/pipelines/{name}.");

    private static bool Fits(int? expected, int current) =>
        expected is null || expected == current || (expected == AnyVersion && current > 0);

    private static Problem Stale(string name, int? expected, int current) => expected == 0
        ? new(ErrorCodes.Conflict, $"There is a pipeline '{name}' already, in version {current}.", "If-None-Match")
        : new(
            ErrorCodes.Conflict,
            current == 0 ? $"There is no pipeline '{name}'." : $"The newest version of '{name}' is {current}. Read it, then change that one.",
            "If-Match");

    private PipelineDocument Next(string id, string project, CompiledDefinition definition, PipelineDocument? before) => new()
    {
        Id = id,
        Project = project == Project.Default ? null : project,
        Version = (before?.Version ?? 0) + 1,
        Hash = definition.Hash,
        Description = definition.Definition.Description,
        Stages = definition.Definition.Stages.Count,
        UpdatedAt = time.GetUtcNow(),
        HasTriggers = !definition.Definition.Triggers.IsEmpty,
    };

    private static PipelineVersionDocument VersionOf(PipelineDocument pipeline, string source, string format) => new()
    {
        Id = PipelineVersionDocument.IdOf(pipeline.Id, pipeline.Version),
        Hash = pipeline.Hash,
        Source = source,
        Format = format,
        CreatedAt = pipeline.UpdatedAt,
    };

    /// <returns>False when another host made the same version first.</returns>
    private static async Task<bool> TrySaveAsync(IDocumentSession session, CancellationToken cancellationToken)
    {
        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DocumentAlreadyExistsException)
        {
            return false;
        }
    }
}
