using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Scaffold;

namespace Monolith.Plugins.Tests.Scaffold.ByModel;

/// <summary>Stages whose model gives the answers of a list, one after the other.</summary>
public abstract class ByModelTestBase : ScaffoldTestBase
{
    private readonly Queue<JsonNode> answers = new();

    protected ByModelTestBase() => Models = new ScriptedModels { Answer = _ => answers.Dequeue().DeepClone() };

    protected ScriptedModels Models { get; set; }

    protected void Answers(params IEnumerable<JsonNode> given)
    {
        foreach (var answer in given)
            answers.Enqueue(answer);
    }

    protected Task<AgentResult> RunAsync(string action, JsonObject parameters, AgentApproval? decision = null, JsonNode? answered = null, int attempt = 1) =>
        Stage.RunAsync(new ScaffoldAgent(), new TestContext
        {
            Action = action,
            Workspace = Workspace.Folder,
            Parameters = JsonSerializer.SerializeToElement(parameters),
            Models = Models,
            Decision = decision,
            Answers = answered is null ? null : JsonSerializer.SerializeToElement(answered),
            Attempt = attempt,
        });

    /// <summary>What the model was asked last.</summary>
    protected JsonNode Asked() => JsonNode.Parse(Models.Requests[^1].Messages[^1].Text)!;

    /// <summary>The mistakes that the model was told.</summary>
    protected string Told() => (string)Asked()["mistakes"]!;

    protected static AgentApproval Approval(string id, bool isRevision = false, string? remark = null) =>
        new(id, isRevision, Option: null, By: ["ada"], Reason: "because", remark is null ? null : Stage.Json(remark));

    protected static JsonObject Plan(params IEnumerable<string> paths) => new()
    {
        ["name"] = "order-desk",
        ["kind"] = "library",
        ["summary"] = "Orders and their prices.",
        ["files"] = new JsonArray([.. paths.Select(path => new JsonObject { ["path"] = path, ["purpose"] = "It is needed." })]),
        ["packages"] = new JsonArray(),
        ["commands"] = new JsonObject { ["build"] = new JsonArray(), ["test"] = new JsonArray() },
        ["confidence"] = 0.75,
        ["questions"] = new JsonArray(),
    };

    protected static JsonObject Files(params IEnumerable<(string Path, string Content)> files) => new()
    {
        ["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["path"] = file.Path, ["content"] = file.Content })]),
    };

    protected static JsonArray Command(params IEnumerable<string> words) => new(new JsonArray([.. words.Select(word => JsonValue.Create(word))]));
}
