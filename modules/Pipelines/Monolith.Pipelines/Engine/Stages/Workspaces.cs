using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>One folder a run, in which all its stages work.</summary>
internal sealed class Workspaces(DataFolders folders, IOptions<EngineOptions> options, ILogger<Workspaces> log)
{
    /// <returns>The folder's path. The folder is made when an agent first asks for it.</returns>
    public string PathOf(Guid runId) => Path.Combine(folders.Workspaces, runId.ToString());

    /// <summary>As <see cref="PathOf"/>; a fork finds the files of its source there, as far as they are still kept.</summary>
    public string Open(RunState run)
    {
        var path = PathOf(run.Id);
        if (run.Fork is { } fork && !Directory.Exists(path) && Directory.Exists(PathOf(fork.RunId)))
            FolderCopy.Make(PathOf(fork.RunId), path);
        return path;
    }

    /// <summary>Deletes the folder in the background unless the options keep it.</summary>
    public void RunEnded(RunState run)
    {
        var keep = options.Value.KeepWorkspaces;
        if (keep == KeepWorkspaces.Always || (keep == KeepWorkspaces.Failed && run.Status != RunStatus.Success))
            return;
        if (!Directory.Exists(PathOf(run.Id)))
            return;
        _ = Task.Run(() => Delete(PathOf(run.Id)));
    }

    /// <returns>The runs that have a folder here.</returns>
    public IEnumerable<Guid> All() => Directory.Exists(folders.Workspaces)
        ? Directory.EnumerateDirectories(folders.Workspaces).Select(path => Guid.TryParse(Path.GetFileName(path), out var run) ? run : Guid.Empty)
            .Where(run => run != Guid.Empty)
        : [];

    public void Delete(Guid runId) => Delete(PathOf(runId));

    private void Delete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody was quicker.
        }
        catch (Exception stuck) when (stuck is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The workspace {Path} could not be deleted: {Reason}", path, stuck.Message);
        }
    }
}
