using System.Text;

namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>Conflicts that one side or the other resolves.</summary>
public abstract class ConflictTestBase : IntegrationTestBase
{
    protected static (string? Path, string? Kind, string? Resolution) Only(AgentResult result)
    {
        var conflict = Assert.Single(result.Outputs["conflicts"]!.AsArray())!;
        return ((string?)conflict["path"], (string?)conflict["kind"], (string?)conflict["resolution"]);
    }

    protected static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    protected Task<AgentResult> MergeAsync(string side, string more = "") =>
        RunAsync("merge_branch", $$"""{ "source": "feature", {{more}} "conflicts": "{{side}}" }""");

    protected void Link(string branch, string commit)
    {
        On(branch);
        Git("update-index", "--add", "--cacheinfo", $"160000,{commit},lib");
        Git("commit", "--quiet", "--message", "Submodule");
        Directory.CreateDirectory(Path.Combine(Source, "lib"));
    }

    protected void Store(string branch, string content)
    {
        On(branch);
        var file = Workspace.Write("stored", content);
        Git("update-index", "--cacheinfo", $"100644,{Git("hash-object", "-w", "--no-filters", file)},a.txt");
        Git("commit", "--quiet", "--message", "As stored");
        Git("checkout", "--quiet", "--force", branch);
    }
}
