using System.Text.Json.Nodes;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Decisions;

public sealed class DecisionTests
{
    private const string Policy = """
        categories: { technical_refactor: { autoApproveAt: 0.9 } }
        roles: { leads: [ada, bob, cy, dan] }
        routes:
          default: { approvers: ["role:leads"], quorum: 2, timeout: 1h }
        """;

    private const string Release = """
        name: release
        stages:
          - id: build
            agent: command
            action: run
            parameters: { script: "echo app > app.txt" }
            artifacts: [{ name: app, path: app.txt }]
          - id: deploy
            agent: command
            action: run
            needs: [build]
            secrets: [token]
            decision: { category: technical_refactor, title: "Release ${{ run.pipeline }}?", confidence: 0.5, environment: prod }
            parameters: { script: 'test "$TOKEN" = hidden-token && echo deployed', secretEnvironment: { TOKEN: token } }
        """;

    [Fact]
    public async Task Approve_TwoOfThreeAcrossAKill_GoesOn()
    {
        using var folder = new TestFolder();
        var settings = Settings(folder);
        Guid run, decision;
        await using (var first = await HostProcess.StartAsync(folder.Path, settings))
        {
            run = await first.Http.StartAsAsync("ada", Release);
            await first.Http.BlockedAsync(run, "decision");
            decision = (await first.Http.PendingAsync("decisions", run)).GetProperty("id").GetGuid();
            Assert.Equal(403, (await first.Http.SayAsync(decision, "approve", "ada")).Status);
            Assert.Equal(403, (await first.Http.SayAsync(decision, "approve", "eve")).Status);
            Assert.Equal(403, (await first.Http.SayAsync(decision, "approve", person: null)).Status);
            Assert.Equal(200, (await first.Http.SayAsync(decision, "approve", "bob")).Status);
            Assert.Equal(200, (await first.Http.SayAsync(decision, "approve", "bob")).Status);
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder.Path, settings);
        Assert.Equal("waiting", (await second.Http.JsonAsync($"/api/v1/runs/{run}")).GetProperty("status").GetString());
        var (status, body) = await second.Http.SayAsync(decision, "approve", "dan");

        Assert.True(status == 200, body.ToString());
        Assert.Equal("approved", body.GetProperty("status").GetString());
        Assert.Equal(["bob", "dan"], body.GetProperty("votes").EnumerateArray().Select(vote => vote.GetProperty("by").GetString()));
        Assert.Equal("build:success deploy:success", (await second.Http.EndAsync(run)).Stages());
        Assert.Equal(409, (await second.Http.SayAsync(decision, "abort", "cy")).Status);
    }

    [Fact]
    public async Task Approve_ArtifactChangedMeanwhile_IsVoidedAndAskedAnew()
    {
        using var folder = new TestFolder();
        await using var host = await HostProcess.StartAsync(folder.Path, Settings(folder));
        var run = await host.Http.StartAsAsync("ada", Release);
        await host.Http.BlockedAsync(run, "decision");
        var asked = await host.Http.PendingAsync("decisions", run);
        var decision = asked.GetProperty("id").GetGuid();
        var kept = asked.GetProperty("subject").GetProperty("artifacts")[0].GetProperty("sha256").GetString()!;
        Assert.Equal(409, (await host.Http.SayAsync(decision, "approve", "bob", new JsonObject { ["subject"] = "another" })).Status);

        // Somebody swaps what was looked at.
        var file = Path.Combine(folder.Path, "artifacts", kept[..2], kept);
        await File.WriteAllTextAsync(file, "something else");
        await host.Http.SayAsync(decision, "approve", "bob");
        await host.Http.SayAsync(decision, "approve", "cy");
        await host.Http.BlockedAsync(run, "decision", times: 2);

        var voided = await host.Http.JsonAsync($"/api/v1/decisions/{decision}");
        Assert.Equal("voided", voided.GetProperty("status").GetString());
        Assert.Contains("'app' is ", voided.GetProperty("reason").GetString(), StringComparison.Ordinal);
        var anew = await host.Http.PendingAsync("decisions", run);
        Assert.NotEqual(asked.GetProperty("subject").GetProperty("sha256").GetString(), anew.GetProperty("subject").GetProperty("sha256").GetString());

        // Nobody approved this one, so its stage never had its secrets, and no event holds them.
        Assert.Equal(200, (await host.Http.SayAsync(anew.GetProperty("id").GetGuid(), "abort", "cy")).Status);
        var ended = await host.Http.EndAsync(run);
        Assert.Equal("build:success deploy:failed", ended.Stages());
        Assert.Equal("DECISION_REJECTED", ended.GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain("deployed", await host.Http.GetStringAsync($"/api/v1/runs/{run}/stages/deploy/log"), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-token", ended.ToString() + host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_PolicyWithMistakes_TellsThemAndExitsWithTwo()
    {
        using var folder = new TestFolder();
        var settings = Settings(folder);
        await File.WriteAllTextAsync(folder["policy.yaml"], "categories: { a: { autoApproveAt: 2 } }\nroutes: { default: { quorum: 0, escalateTo: b } }\nrelease: { prod: { ask: often, strategy: hope } }\ncolour: red\n");

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, [], settings);

        Assert.Equal(2, exitCode);
        foreach (var path in new[] { "categories.a.autoApproveAt", "routes.default.quorum", "routes.default.escalateTo", "release.prod.ask", "release.prod.strategy", "colour" })
            Assert.Contains(path, output, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Settings(TestFolder folder)
    {
        File.WriteAllText(folder["policy.yaml"], Policy);
        return [("Decisions__PolicyFile", folder["policy.yaml"]), ("Secrets__token", "hidden-token")];
    }
}
