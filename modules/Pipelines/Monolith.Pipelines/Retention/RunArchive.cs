using System.IO.Compression;
using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Logs;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Retention;

/// <summary>
/// A run as a file, <c>archive/2026/11/ID.json.gz</c> of the data folder: <c>{run, definition, events, logs}</c>. It is on the
/// disk before the run is deleted; the same run written again gives the same file.
/// </summary>
internal sealed class RunArchive(RunReader reader, StageLogTable logs, DataFolders folders)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string PathOf(RunState run) =>
        Path.Combine(folders.Archive, $"{run.CreatedAt:yyyy}", $"{run.CreatedAt:MM}", $"{run.Id}.json.gz");

    public async ValueTask WriteAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (await reader.LoadAsync(runId, cancellationToken) is not { } run)
            return;
        var path = PathOf(run);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var incoming = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write))
        {
            await using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
                await JsonSerializer.SerializeAsync(gzip, await ContentAsync(run, cancellationToken), Json, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(incoming, path, overwrite: true);
    }

    private async Task<object> ContentAsync(RunState run, CancellationToken cancellationToken) => new
    {
        run = run.View(),
        definition = JsonDocument.Parse(run.Definition.Canonical).RootElement,
        events = (await reader.RawAsync(run.Id, 0, cancellationToken))
            .Select(row => new { row.Version, row.Type, data = JsonDocument.Parse(row.Data).RootElement }),
        logs = await LogsAsync(run, cancellationToken),
    };

    private async Task<Dictionary<string, string>> LogsAsync(RunState run, CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string>();
        foreach (var stage in run.Definition.Graph.Stages.Where(stage => run.Stages[stage.Index].Attempts.Length > 0))
        {
            var text = string.Concat(await logs.ReadAsync(run.Id, stage.Definition.Id, attempt: null, cancellationToken).ToListAsync(cancellationToken));
            if (text.Length > 0)
                texts[stage.Definition.Id] = text;
        }

        return texts;
    }
}
