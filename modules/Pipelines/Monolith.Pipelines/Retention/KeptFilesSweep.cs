using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Engine.Stages;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Retention;

/// <summary>Deletes what deleted runs left in this host's own folders: artifacts no run names, and workspaces.</summary>
internal sealed class KeptFilesSweep(
    ArtifactStore artifacts,
    ArtifactReferences references,
    NpgsqlDataSource database,
    JournalSchema schema,
    Workspaces workspaces,
    TimeProvider time,
    ILogger<KeptFilesSweep> log)
    : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in artifacts.All().Chunk(Batch))
        {
            foreach (var sha256 in await references.UnnamedAsync(batch, cancellationToken))
                await references.DeleteUnnamedAsync(sha256, () => File.Delete(artifacts.PathOf(sha256)), cancellationToken);
        }

        foreach (var batch in workspaces.All().Chunk(Batch))
        {
            foreach (var run in await GoneAsync(batch, cancellationToken))
                workspaces.Delete(run);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is NpgsqlException or IOException or UnauthorizedAccessException)
            {
                log.LogWarning("Files of deleted runs could not be deleted; the next sweep tries again: {Reason}", broken.Message);
            }
        }
    }

    private async Task<List<Guid>> GoneAsync(Guid[] runs, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select id from unnest($1) as k (id) where not exists (select 1 from {schema.Name}.mt_streams s where s.id = k.id)");
        command.Parameters.AddWithValue(runs);
        var gone = new List<Guid>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            gone.Add(rows.GetGuid(0));
        return gone;
    }
}
