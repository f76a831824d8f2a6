using System.Text.Json.Nodes;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>
/// What people have been asked and have decided in this stage, kept between executions. It belongs to what is integrated: when a side has
/// moved on, the book is begun anew. The decision names its file, so an approval is void when somebody changes it.
/// </summary>
internal sealed class DecisionBook
{
    private const string FileName = "decisions.json";

    private readonly string file;
    private readonly string subject;
    private string handled = "";

    private DecisionBook(string file, string subject) => (this.file, this.subject) = (file, subject);

    public Dictionary<string, Resolution> Approved { get; } = [];

    /// <summary>What the pending proposal would do; null where a conflict is open.</summary>
    public Dictionary<string, Resolution?> Pending { get; } = [];

    /// <summary>What was wrong with a person's remark, to be said in the next proposal.</summary>
    public List<string> Faults { get; } = [];

    /// <param name="context">The stage.</param>
    /// <param name="subject">What is integrated: both sides' commits and how.</param>
    public static DecisionBook Open(IAgentContext context, string subject)
    {
        var book = new DecisionBook(Path.Combine(PrivateFolder.Keep(context, "integration"), FileName), subject);
        // An approval that the engine no longer holds, as after a retry from an earlier stage, is none.
        if (context.Decision is { } decision)
        {
            book.Load();
            book.Take(decision);
        }

        return book;
    }

    public string RelativeFile(IAgentContext context) => WorkspacePath.Relative(context, file);

    public void Save()
    {
        var kept = new JsonObject
        {
            ["subject"] = subject,
            ["handled"] = handled,
            ["approved"] = new JsonObject(Approved.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)ResolutionJson.Write(entry.Value)))),
            ["pending"] = new JsonObject(Pending.Select(entry =>
                KeyValuePair.Create(entry.Key, entry.Value is { } proposed ? (JsonNode?)ResolutionJson.Write(proposed) : null))),
        };
        File.WriteAllText(file + ".new", kept.ToJsonString());
        File.Move(file + ".new", file, overwrite: true);
    }

    private void Load()
    {
        if (!File.Exists(file) || JsonNode.Parse(File.ReadAllText(file)) is not JsonObject kept || (string?)kept["subject"] != subject)
        {
            return;
        }

        handled = (string)kept["handled"]!;
        foreach (var (id, entry) in kept["approved"]!.AsObject())
        {
            Approved[id] = ResolutionJson.Read(entry!);
        }

        foreach (var (id, entry) in kept["pending"]!.AsObject())
        {
            Pending[id] = entry is null ? null : ResolutionJson.Read(entry);
        }
    }

    private void Take(AgentApproval decision)
    {
        if (decision.Id == handled || Pending.Count == 0)
        {
            return;
        }

        if (decision.IsRevision)
        {
            Faults.AddRange(Remark.Apply(decision.Remark, Pending));
            return;
        }

        foreach (var (id, proposed) in Pending)
        {
            if ((decision.Option is null or Proposal.AsProposed ? proposed : new Resolution(decision.Option) { By = "person" }) is { } chosen)
            {
                Approved[id] = chosen;
            }
        }

        handled = decision.Id;
        Pending.Clear();
        // Not written yet: what the approval is bound to must stay as it is until the next proposal.
    }
}
