using Microsoft.Extensions.Options;
using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Runs.Events;

namespace Monolith.Pipelines.Artifacts;

/// <summary>
/// Keeps what a stage declares and what its agent returns. After a success everything named must be there; after a
/// failure what is there is kept, for people to look at.
/// </summary>
internal sealed class ArtifactCollector(ArtifactStore store, IOptions<EngineOptions> options)
{
    private readonly long maxBytes = options.Value.MaxArtifactBytes;

    public async Task<Result<IReadOnlyList<StoredArtifact>>> CollectAsync(
        Guid runId, StageDefinition stage, AgentResult result, string workspace, CancellationToken cancellationToken)
    {
        var wanted = stage.Artifacts
            .Concat(result.Artifacts.Select(a => new ArtifactDefinition(a.Name, a.Path, a.Type)))
            .DistinctBy(a => a.Name);
        var kept = new List<StoredArtifact>();
        var problems = new List<Problem>();
        foreach (var artifact in wanted)
        {
            var stored = await KeepAsync(runId, artifact, workspace, cancellationToken);
            if (stored.IsSuccess)
                kept.Add(stored.Value);
            else
                problems.AddRange(stored.Problems);
        }

        return result.Error is null && problems.Count > 0
            ? Result<IReadOnlyList<StoredArtifact>>.Failed(problems)
            : kept;
    }

    private async Task<Result<StoredArtifact>> KeepAsync(
        Guid runId, ArtifactDefinition artifact, string workspace, CancellationToken cancellationToken)
    {
        if (!ArtifactNames.IsValid(artifact.Name))
            return Wrong(artifact, "its name may hold letters, digits, dots, hyphens and underscores only");
        if (WorkspacePath.Resolve(workspace, artifact.Path) is not { } path)
            return Wrong(artifact, $"its path '{artifact.Path}' leaves the workspace");

        try
        {
            if (Directory.Exists(path))
                return await KeepAsync(runId, artifact, to => FolderZip.WriteAsync(path, to, maxBytes, cancellationToken), cancellationToken);
            if (File.Exists(path) && !PlainFile.Is(path))
                return Wrong(artifact, $"'{artifact.Path}' is a pipe, a socket or a device; write a plain file");
            if (File.Exists(path))
                return await KeepAsync(runId, artifact, to => FileCopy.WriteAsync(path, to, maxBytes, cancellationToken), cancellationToken);
            return Wrong(artifact, $"there is nothing at '{artifact.Path}'");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return Wrong(artifact, broken.Message);
        }
    }

    private async Task<Result<StoredArtifact>> KeepAsync(
        Guid runId, ArtifactDefinition artifact, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        var (size, sha256) = await store.AddAsync(runId, write, cancellationToken);
        return new StoredArtifact(artifact.Name, artifact.Type, artifact.Path, size, sha256);
    }

    private static Problem Wrong(ArtifactDefinition artifact, string what) =>
        new(ErrorCodes.WorkspaceError, $"The artifact '{artifact.Name}' cannot be kept: {what}.");
}
