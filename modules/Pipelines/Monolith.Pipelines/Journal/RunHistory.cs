using System.Text.Json;
using Monolith.Pipelines.Contracts;

namespace Monolith.Pipelines.Journal;

/// <summary>Committed events as other modules see them.</summary>
internal sealed class RunHistory(RunReader reader) : IRunHistory
{
    private static readonly string[] Final = ["run_succeeded", "run_failed", "run_cancelled"];

    /// <returns>Whether a run whose last event is of this type is over.</returns>
    public static bool IsFinal(string type) => Final.Contains(type);

    public async Task<RunEvents?> ReadAsync(Guid runId, long afterVersion, CancellationToken cancellationToken)
    {
        // One event more than asked for: it tells a run that is over from one that is not there.
        var rows = await reader.RawAsync(runId, Math.Max(0, afterVersion - 1), cancellationToken);
        if (rows.Count == 0)
            return afterVersion > 0 ? await PastTheEndAsync(runId, cancellationToken) : null;

        var events = rows.Where(row => row.Version > afterVersion).Select(row => Event(runId, row.Version, row.Type, row.Data));
        return new RunEvents([.. events], IsFinal(rows[^1].Type));
    }

    private async Task<RunEvents?> PastTheEndAsync(Guid runId, CancellationToken cancellationToken)
    {
        var rows = await reader.RawAsync(runId, 0, cancellationToken);
        return rows.Count == 0 ? null : new RunEvents([], IsFinal(rows[^1].Type));
    }

    private static RunEvent Event(Guid runId, long version, string type, string data)
    {
        using var document = JsonDocument.Parse(data);
        var json = document.RootElement.Clone();
        return new RunEvent(runId, version, type, json.GetProperty("at").GetDateTimeOffset(), json);
    }
}
