using System.Text.Json.Nodes;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Decisions;

public sealed class MergeConflictTests
{
    private const string Pipeline = """
        name: merges
        stages:
          - id: branches
            agent: command
            action: run
            parameters:
              script: |
                export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
                git init -q -b main source && cd source
                seq 9 > a.txt && git add a.txt && git commit -q -m First
                git checkout -q -b feature && sed -i 's/[19]/feature &/' a.txt && git commit -q -am Feature
                git checkout -q main && sed -i 's/[19]/main &/' a.txt && git commit -q -am Main
          - id: merge
            agent: integration
            action: merge_branch
            needs: [branches]
            parameters: { source: feature, test: { script: "grep -q 'feature 1' a.txt && grep -q 'both 9' a.txt" } }
            gates: ["conflicts.person == 2", "tests.exit_code == 0"]
        """;

    /// <summary>Long: DecisionTests, across a kill too, and RevisionTests of the plugin are its sisters.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task Merge_InConflict_PeopleDecideEachHunkAcrossAKill()
    {
        using var folder = new TestFolder();
        Guid run;
        await using (var first = await HostProcess.StartAsync(folder.Path))
        {
            run = await first.Http.StartAsAsync("ada", Pipeline);
            await first.Http.BlockedAsync(run, "decision");
            var asked = await first.Http.PendingAsync("decisions", run);
            var conflicts = asked.GetProperty("proposal").GetProperty("evidence").GetProperty("conflicts").EnumerateArray().ToList();
            Assert.Equal(["main 1\n", "main 9\n"], conflicts.Select(conflict => conflict.GetProperty("ours").GetString()));
            var resolutions = new JsonObject { [conflicts[0].GetProperty("id").GetString()!] = "theirs", [conflicts[1].GetProperty("id").GetString()!] = new JsonObject { ["text"] = "both 9" } };
            var remark = new JsonObject { ["reason"] = "Each in its way", ["remark"] = new JsonObject { ["resolutions"] = resolutions } };
            Assert.Equal(200, (await first.Http.SayAsync(asked.GetProperty("id").GetGuid(), "revise", "bob", remark)).Status);
            await first.Http.BlockedAsync(run, "decision", times: 2);
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder.Path);
        var anew = await second.Http.PendingAsync("decisions", run);
        Assert.Equal(200, (await second.Http.SayAsync(anew.GetProperty("id").GetGuid(), "approve", "bob", new JsonObject { ["option"] = "as proposed" })).Status);

        var ended = await second.Http.EndAsync(run);
        Assert.True(ended.Stages() == "branches:success merge:success", ended.ToString());
    }
}
