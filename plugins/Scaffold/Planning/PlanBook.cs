using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Scaffold.Generating;
using Monolith.Plugins.Scaffold.Plans;

namespace Monolith.Plugins.Scaffold.Planning;

/// <summary>
/// What an attempt has planned, asked and heard, kept between its executions. The decision names its file, so an approval is void when
/// somebody changes it. Another attempt, or other parameters, begin anew.
/// </summary>
internal sealed class PlanBook
{
    private readonly string file;
    private readonly string subject;
    private JsonObject kept = new() { ["rounds"] = new JsonArray(), ["remarks"] = new JsonArray() };

    private PlanBook(string file, string subject) => (this.file, this.subject) = (file, subject);

    /// <summary>What was proposed and waits for a decision.</summary>
    public ScaffoldPlan? Proposed => Plan("proposed");

    /// <summary>The plan before, for the model to go on from; null when there is none.</summary>
    public JsonNode? Previous => kept["previous"];

    /// <summary>Why plans were sent back, each an object.</summary>
    public JsonArray Remarks => kept["remarks"]!.AsArray();

    /// <summary>The rounds of questions, each a list of questions.</summary>
    public JsonArray Rounds => kept["rounds"]!.AsArray();

    public double Cost => (double?)kept["cost"] ?? 0;

    public static PlanBook Open(IAgentContext context)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{context.IdempotencyKey}\n{context.Parameters.GetRawText()}"));
        var book = new PlanBook(Path.Combine(PrivateFolder.Keep(context, "scaffold"), "planning.json"), Convert.ToHexStringLower(key));
        if (File.Exists(book.file) && Parse(File.ReadAllText(book.file)) is { } kept && (string?)kept["subject"] == book.subject)
            book.kept = kept;
        return book;
    }

    public string RelativeFile(IAgentContext context) => WorkspacePath.Relative(context, file);

    /// <summary>A decision that was there before the proposal is about something else, such as one that the stage declares.</summary>
    public bool IsAbout(AgentApproval? decision) => decision is not null && kept["proposed"] is not null && (string?)kept["seen"] != decision.Id;

    public void SendBack(AgentApproval decision)
    {
        kept["previous"] = kept["proposed"]!.DeepClone();
        kept["proposed"] = null;
        Remarks.Add((JsonNode)new JsonObject
        {
            ["reason"] = decision.Reason,
            ["remark"] = decision.Remark is { } remark ? JsonNode.Parse(remark.GetRawText()) : null,
        });
    }

    public void Propose(ScaffoldPlan plan, AgentApproval? seen, double cost) => Save(plan, previous: null, seen, cost);

    public void Ask(ScaffoldPlan plan, AgentApproval? seen, double cost)
    {
        Rounds.Add((JsonNode)PlanJson.Write(plan)["questions"]!.DeepClone());
        Save(proposed: null, plan, seen, cost);
    }

    private void Save(ScaffoldPlan? proposed, ScaffoldPlan? previous, AgentApproval? seen, double cost)
    {
        kept["subject"] = subject;
        kept["proposed"] = proposed is null ? null : PlanJson.Write(proposed);
        kept["previous"] = previous is null ? null : PlanJson.Write(previous);
        kept["seen"] = seen?.Id;
        kept["cost"] = Cost + cost;
        OwnFile.Write(file, kept.ToJsonString());
    }

    private ScaffoldPlan? Plan(string name)
    {
        if (kept[name] is not { } plan)
            return null;
        using var json = JsonDocument.Parse(plan.ToJsonString());
        var faults = new List<string>();
        var read = PlanReader.Read(json.RootElement, faults);
        return faults.Count == 0 ? read : null;
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject { } book && book["rounds"] is JsonArray && book["remarks"] is JsonArray ? book : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
