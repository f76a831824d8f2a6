using System.Text.Json;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Notifications;

namespace Monolith.Triggers.Hooks.Repositories;

/// <summary>Reads the definitions that lie in a folder.</summary>
internal sealed class FolderReader(ForgeReader forge)
{
    public const int MostFiles = 20;

    private const int MostOfFile = 1 << 20;
    private const int MostOfListing = 4 << 20;

    public async Task<FolderContent> ReadAsync(CommitFolder folder, string token, CancellationToken cancellationToken)
    {
        var (listing, outcome) = await forge.ReadAsync(folder.Forge, forges => FolderRequest.List(forges, folder, token), MostOfListing, cancellationToken);
        if (outcome.Fault is not null)
            return outcome.MayPass ? FolderContent.Failed(outcome) : new FolderContent([], [Fault(CommitFolder.Name, outcome)]);
        try
        {
            return await ReadAsync(folder, FolderListing.Read(listing), token, cancellationToken);
        }
        catch (Exception strange) when (strange is JsonException or InvalidOperationException)
        {
            return FolderContent.Failed(Delivery.Failed($"{folder.Forge} did not answer with a list of files."));
        }
    }

    private async Task<FolderContent> ReadAsync(CommitFolder folder, IReadOnlyList<string> names, string token, CancellationToken cancellationToken)
    {
        var (files, faults) = (new List<DefinitionFile>(), new List<TriggeredRun>());
        foreach (var name in names.Take(MostFiles))
        {
            var path = $"{CommitFolder.Name}/{name}";
            var (body, outcome) = await forge.ReadAsync(folder.Forge, forges => FolderRequest.Read(forges, folder, name, token), MostOfFile, cancellationToken);
            if (outcome.MayPass)
                return FolderContent.Failed(outcome);
            if (outcome.Fault is null)
                files.Add(new DefinitionFile(path, body));
            else
                faults.Add(Fault(path, outcome));
        }

        if (names.Count > MostFiles)
            faults.Add(new TriggeredRun(CommitFolder.Name, RunId: null, $"There are {names.Count} definitions; the first {MostFiles} by name were taken."));
        return new FolderContent(files, faults);
    }

    private static TriggeredRun Fault(string path, Delivery outcome) => new(path, RunId: null, outcome.Fault);
}

/// <summary>What was in a folder.</summary>
/// <param name="Files">What was read.</param>
/// <param name="Faults">What was not, and why.</param>
internal sealed record FolderContent(IReadOnlyList<DefinitionFile> Files, IReadOnlyList<TriggeredRun> Faults)
{
    /// <summary>Why nothing was read; it may be by another try. Null when all was read that can be.</summary>
    public Delivery? Failure { get; private init; }

    public static FolderContent Failed(Delivery failure) => new([], []) { Failure = failure };
}
