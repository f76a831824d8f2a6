using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Host.Drill.Evidence;

namespace Monolith.Chaos.Tests.Drill.Judging;

/// <summary>A history that never was: one run, one second an event, and the journal that goes with it.</summary>
internal sealed class Forged
{
    public static readonly DateTimeOffset Start = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);

    private readonly List<StreamEvent> events = [];
    private readonly Dictionary<string, Execution> executions = [];

    public Guid Run { get; } = Guid.NewGuid();

    public string Pipeline { get; init; } = "drill-chain";

    public string ListedAs { get; init; } = "success";

    public string? Request { get; init; } = "1.0";

    public RunStream Stream => new(Run, Pipeline, Request, ListedAs, events);

    public DrillEvidence Evidence => new([new AcceptedRun(Run, Pipeline)], [], [Stream], executions);

    /// <summary>A run of one stage as it should be: accepted by process 1, done by it, ended.</summary>
    public static Forged Sound() => new Forged().Created().Claimed(by: 1).Started("work-a").Executed("x", "work-a", by: 1).Succeeded("work-a", "x").Ended();

    public Forged Created() => Add("run_created");

    public Forged Claimed(int by, params string[] interrupted) => Add("run_claimed", data =>
    {
        data["hostName"] = $"machine:{by}";
        data["interrupted"] = new JsonArray([.. interrupted.Select(stage => JsonValue.Create(stage))]);
    });

    public Forged Started(string stage) => Add("stage_started", data => (data["stage"], data["attempt"]) = (stage, 1));

    public Forged Succeeded(string stage, string? execution) => Add("stage_succeeded", data =>
    {
        (data["stage"], data["attempt"]) = (stage, 1);
        data["outputs"] = execution is null ? null : new JsonObject { ["execution"] = execution };
    });

    public Forged Retried() => Add("run_retried");

    public Forged Ended(string type = "run_succeeded") => Add(type);

    /// <summary>It began with the latest event, or so many seconds earlier.</summary>
    public Forged Executed(string id, string stage, int by, int earlier = 0, bool ended = true)
    {
        var began = Start.AddSeconds(events.Count - earlier);
        executions.Add(id, new Execution(id, Run, stage, 1, $"{Run}/{stage}/1", by, began, ended));
        return this;
    }

    private Forged Add(string type, Action<JsonObject>? fill = null)
    {
        var at = Start.AddSeconds(events.Count + 1);
        var data = new JsonObject { ["at"] = at };
        fill?.Invoke(data);
        events.Add(new StreamEvent(events.Count + 1, type, JsonSerializer.SerializeToElement(data), at));
        return this;
    }
}
