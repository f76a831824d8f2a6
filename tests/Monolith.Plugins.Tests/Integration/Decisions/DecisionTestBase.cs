using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Integration.Decisions;

/// <summary>Conflicts that people decide about.</summary>
public abstract class DecisionTestBase : IntegrationTestBase
{
    protected const string Merge = """{ "source": "feature" }""";

    protected static string? Path(AgentDecision? proposal) => (string?)Assert.Single(proposal!.Evidence!["conflicts"]!.AsArray())!["path"];

    protected static List<string> Ids(AgentDecision? proposal) =>
        [.. ((JsonArray)proposal!.Evidence!["conflicts"]!).Select(conflict => (string)conflict!["id"]!)];

    protected static AgentApproval Approved(string id, string option) => new(id, IsRevision: false, option, ["bob"], "Right", Remark: null);

    protected static AgentApproval SentBack(string id, string remark) => new(id, IsRevision: true, Option: null, ["bob"], "Otherwise", Stage.Json(remark));

    protected void Conflict()
    {
        Commit("main", "First", ("a.txt", "1\n2\n3\n4\n5\n6\n7\n"), ("b.bin", "\0\0"));
        Commit("feature", "Feature", ("a.txt", "1\nfeature\n3\n4\n5\n6\nfeature\n"), ("b.bin", "\0\u0002"));
        On("main");
        Commit("main", "Main", ("a.txt", "1\nmain\n3\n4\n5\n6\nmain\n"), ("b.bin", "\0\u0001"));
    }
}
