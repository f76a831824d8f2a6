using Monolith.Integration.Tests.Hosting;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Integration.Tests.Models;

/// <summary>A conflict resolved, and browser tests written from requirements, by a model; then both again from the journal.</summary>
public sealed class ConflictByModelTests
{
    private const string Pipeline = """
        name: by-model
        stages:
          - id: repository
            agent: git
            action: create
            parameters: { path: source, commits: [{ message: Prices, from: "${{ host.samples }}/web-app/commits/1-price-list" }] }
          - id: branches
            agent: command
            action: run
            needs: [repository]
            parameters:
              workingFolder: source
              script: |
                export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
                export GIT_AUTHOR_DATE=2026-01-02T03:04:05Z GIT_COMMITTER_DATE=2026-01-02T03:04:05Z
                mkdir site && echo '<h1>Shop</h1>' > site/index.html && git add site && git commit -q -m 'A page'
                git checkout -q -b feature && echo '<h1>Shop for tea</h1>' > site/index.html && git commit -q -a -m Tea
                git checkout -q main && echo '<h1>Corner shop</h1>' > site/index.html && git commit -q -a -m Corner
          - id: merge
            agent: integration
            action: merge_branch
            needs: [branches]
            parameters: { source: feature, conflicts: model, test: { script: "grep -q tea site/index.html" } }
            gates: ["conflicts.model == 1"]
          - id: scenarios
            agent: e2e
            action: write
            needs: [merge]
            parameters: { requirements: The page says what the shop sells. }
          - id: browser
            agent: e2e
            action: run
            needs: [scenarios]
            parameters:
              scenarios: ["${{ stages.scenarios.outputs.path }}"]
              app: { command: python3, arguments: [-m, http.server, "{port}", --bind, 127.0.0.1, --directory, source/site] }
            gates: ["e2e.failed == 0", "e2e.unknown == 0"]
        """;

    private const string Scenarios = """
        { "name": "Shop", "scenarios": [{ "name": "Says what it sells", "steps": [{ "open": "/" }, { "expect": { "role": "heading", "hasText": "tea" } }] }] }
        """;

    [Fact]
    [Trait("Length", "Long")]
    public async Task Run_ConflictAndScenariosByModel_ThenReplayed()
    {
        using var folder = new TestFolder();
        await using var provider = await ScriptedProvider.StartAsync(ScriptedMerge.To("<h1>Corner shop for tea</h1>\n"), new Reply.Say(Scenarios));
        await using (var host = await HostProcess.StartAsync(folder.Path, ModelSettings.For(provider, usdPerMillion: "1")))
        {
            var ended = await host.Http.EndAsync(await host.Http.StartAsync(Pipeline));
            Assert.True(ended.GetProperty("status").GetString() == "success", ended.ToString());
            Assert.Equal(0, await host.StopAsync());
        }

        await using var again = await HostProcess.StartAsync(folder.Path, [.. ModelSettings.For(provider, usdPerMillion: "1"), ("Models__Replay", "true")]);
        var replayed = await again.Http.EndAsync(await again.Http.StartAsync(Pipeline));

        Assert.True(replayed.GetProperty("status").GetString() == "success", replayed.ToString());
        Assert.Equal(2, provider.Requests.Count);
    }
}
