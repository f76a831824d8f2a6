using System.Globalization;
using System.Text.Json;

namespace Monolith.Host.Drill.Evidence;

/// <summary>A run as the database holds it.</summary>
/// <param name="Run">Its id.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Request">Which request asked for it; null for a child.</param>
/// <param name="ListedAs">Its status in the list of runs.</param>
/// <param name="Events">In order.</param>
internal sealed record RunStream(Guid Run, string Pipeline, string? Request, string ListedAs, IReadOnlyList<StreamEvent> Events);

/// <summary>A committed event.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Data">Its JSON.</param>
/// <param name="CommittedAt">When PostgreSQL committed it.</param>
internal sealed record StreamEvent(long Version, string Type, JsonElement Data, DateTimeOffset CommittedAt)
{
    public DateTimeOffset At => Data.GetProperty("at").GetDateTimeOffset();

    /// <summary>The stage it is about; null when it is about the run.</summary>
    public string? Stage => Data.TryGetProperty("stage", out var stage) ? stage.GetString() : null;

    public int Attempt => Data.GetProperty("attempt").GetInt32();

    /// <summary>Stages that a claim begins again.</summary>
    public IEnumerable<string> Interrupted => Data.GetProperty("interrupted").EnumerateArray().Select(stage => stage.GetString()!);

    /// <summary>Of a claim: the process of the new owner, which a host's name ends with.</summary>
    public int OwnerPid => int.Parse(Data.GetProperty("hostName").GetString()!.Split(':')[^1], CultureInfo.InvariantCulture);

    /// <summary>Of a stage's end: the execution that brought it; null when its outputs name none.</summary>
    public string? Execution => Outputs is { ValueKind: JsonValueKind.Object } outputs && outputs.TryGetProperty("execution", out var id)
        ? id.GetString()
        : null;

    public JsonElement? Outputs => Data.TryGetProperty("outputs", out var outputs) ? outputs : null;
}
