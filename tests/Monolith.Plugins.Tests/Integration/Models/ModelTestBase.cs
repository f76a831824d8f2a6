using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Integration.Models;

/// <summary>Conflicts that a language model is asked about.</summary>
public abstract class ModelTestBase : IntegrationTestBase
{
    protected const string Merge = """{ "source": "feature", "conflicts": "model" }""";

    protected static AgentApproval Approved(string option) => new("1", IsRevision: false, option, ["bob"], "", Remark: null);

    protected void Answers(Func<string, (string Text, int Confidence)> answer) => Models.Answer = question => new JsonObject
    {
        ["resolutions"] = new JsonArray([.. question["conflicts"]!.AsArray().Select(conflict => new JsonObject
        {
            ["id"] = (string?)conflict!["id"],
            ["text"] = answer((string)question["path"]!).Text,
            ["confidence"] = answer((string)question["path"]!).Confidence,
            ["reason"] = "Both were wanted.",
        })]),
    };

    protected void Conflict(params (string Path, string Base, string Feature, string Main)[] more)
    {
        Commit("main", "First", [("a.txt", "1\r\n2\r\n3\r\n"), .. more.Select(file => (file.Path, (string?)file.Base))]);
        Commit("feature", "Feature", [("a.txt", "1\r\nfeature\r\n3\r\n"), .. more.Select(file => (file.Path, (string?)file.Feature))]);
        On("main");
        Commit("main", "Main", [("a.txt", "1\r\nmain\r\n3\r\n"), .. more.Select(file => (file.Path, (string?)file.Main))]);
    }
}
