using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Agents.Testing;

/// <summary>Reads a run's events one after the other, and notes each attempt that ended with what was known then.</summary>
internal sealed class RunStory(string runId, JsonObject definition)
{
    private readonly List<RecordedAttempt> attempts = [];
    private readonly JsonObject stages = [];
    private readonly Dictionary<string, JsonObject> answers = [];
    private readonly Dictionary<string, AgentApproval> decisions = [];
    private JsonObject created = [];

    public IReadOnlyList<RecordedAttempt> Attempts => attempts;

    public void Add(string type, JsonObject data)
    {
        switch (type)
        {
            case "run_created":
                created = data;
                break;
            case "clarification_answered":
                Answered(data);
                break;
            case "decision_settled":
                decisions[StageOf(data)] = Approval(data);
                break;
            case "stage_retry_scheduled":
                Ended(data, (string?)data["code"], outputs: null, metrics: null);
                break;
            case "stage_failed":
                Ended(data, (string?)data["code"] is var code && code == "QUALITY_GATE_FAILED" ? null : code, outputs: null, Metrics(data));
                Known(data, "failed");
                break;
            case "stages_reused":
                foreach (var reused in data["stages"]!.AsArray())
                    Known(reused!.AsObject(), "success");
                break;
            case "stage_succeeded":
                Ended(data, code: null, Copy(data["outputs"]), Metrics(data));
                Known(data, "success");
                break;
        }
    }

    private static string StageOf(JsonObject data) => (string)data["stage"]!;

    private static JsonObject Metrics(JsonObject data) => Copy(data["metrics"]);

    private static JsonObject Copy(JsonNode? node) => node is JsonObject value ? value.DeepClone().AsObject() : [];

    private void Known(JsonObject data, string status) => stages[StageOf(data)] = new JsonObject
    {
        ["status"] = status,
        ["outputs"] = Copy(data["outputs"]),
        ["metrics"] = Metrics(data),
    };

    private void Answered(JsonObject data)
    {
        var known = answers.TryGetValue(StageOf(data), out var before) ? before : [];
        foreach (var (id, answer) in Copy(data["answers"]).ToList())
            known[id] = answer?.DeepClone();
        answers[StageOf(data)] = known;
    }

    private static AgentApproval Approval(JsonObject data) => new(
        (string)data["decision"]!,
        (string?)data["status"] == "revised",
        (string?)data["option"],
        (string?)data["by"] is { } by ? [by] : [],
        (string?)data["reason"] ?? "",
        data["remark"] is { } remark ? JsonElement.Parse(remark.ToJsonString()) : null);

    private void Ended(JsonObject data, string? code, JsonObject? outputs, JsonObject? metrics)
    {
        var id = StageOf(data);
        if (Definition(id) is not { } stage || (string?)stage["agent"] is not { Length: > 0 } agent)
            return;
        attempts.Add(new(id, agent, (string)stage["action"]!, (int)data["attempt"]!)
        {
            RunId = runId,
            Template = Copy(stage["parameters"]),
            Facts = Facts(id),
            Code = code,
            Outputs = outputs,
            Metrics = metrics,
            Decision = decisions.GetValueOrDefault(id),
        });
    }

    private JsonObject? Definition(string stage) =>
        definition["stages"]?.AsArray().OfType<JsonObject>().FirstOrDefault(candidate => (string?)candidate["id"] == stage);

    private JsonObject Facts(string stage) => new()
    {
        ["inputs"] = Copy(created["inputs"]),
        ["stages"] = stages.DeepClone(),
        ["run"] = new JsonObject
        {
            ["pipeline"] = created["pipeline"]?.DeepClone(),
            ["branch"] = created["branch"]?.DeepClone(),
            ["commitSha"] = created["commitSha"]?.DeepClone(),
        },
        ["environment"] = Copy(definition["environment"]),
        ["answers"] = answers.TryGetValue(stage, out var given) ? given.DeepClone() : null,
    };
}
