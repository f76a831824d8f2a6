using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Monolith.Integration.Tests.Decisions;
using Monolith.Integration.Tests.Hosting;
using Monolith.Models.Tests.Support.Scripted;

namespace Monolith.Integration.Tests.Models;

public sealed class ScaffoldByModelTests
{
    private const string Pipeline = """
        name: by-model
        stages:
          - id: plan
            agent: scaffold
            action: plan
            parameters: { kind: library, name: desk, requirements: "Orders count their lines, and nothing else." }
          - id: code
            agent: scaffold
            action: generate
            needs: [plan]
            parameters: { plan: "${{ stages.plan.outputs.plan }}" }
            gates: ["scaffold.repairs == 1", "scaffold.files == 2"]
        """;

    private const string Project = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    /// <summary>Asked, answered, sent back, approved across a kill; what does not build in the sandbox is mended there.</summary>
    [Trait("Length", "Long")]
    [Fact]
    public async Task Requirements_BecomeALibraryThatBuilds_WithPeopleInBetween()
    {
        using var folder = new TestFolder();
        await using var provider = await ScriptedProvider.StartAsync(
            Say(Plan("Order.cs", "Whole numbers?")), Say(Plan("Order.cs")), Say(Plan("Lines.cs")),
            Say(Files(("Desk.csproj", Project), ("Lines.cs", "class Lines { publik int Count; }"))), Say(Files(("Lines.cs", "class Lines { internal int Count = 1; }"))));
        Guid run;
        await using (var first = await HostProcess.StartAsync(folder.Path, ModelSettings.For(provider, usdPerMillion: "1")))
        {
            run = await first.Http.StartAsAsync("ada", Pipeline);
            await first.Http.BlockedAsync(run, "clarification");
            var asked = (await first.Http.PendingAsync("clarifications", run)).GetProperty("id").GetGuid();
            using var answer = await first.Http.PostAsJsonAsync(
                $"/api/v1/clarifications/{asked}/answers", new JsonObject { ["answers"] = new JsonObject { ["r1-1"] = true } });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

            await first.Http.BlockedAsync(run, "decision");
            var proposal = await first.Http.PendingAsync("decisions", run);
            Assert.Equal("architectural_change", proposal.GetProperty("proposal").GetProperty("category").GetString());
            var remark = new JsonObject { ["reason"] = "Name it otherwise", ["remark"] = new JsonObject { ["file"] = "Lines.cs" } };
            Assert.Equal(200, (await first.Http.SayAsync(proposal.GetProperty("id").GetGuid(), "revise", "bob", remark)).Status);
            await first.Http.BlockedAsync(run, "decision", times: 2);
            await first.KillAsync();
        }

        await using var second = await HostProcess.StartAsync(folder.Path, ModelSettings.For(provider, usdPerMillion: "1"));
        var anew = await second.Http.PendingAsync("decisions", run);
        Assert.Equal(200, (await second.Http.SayAsync(anew.GetProperty("id").GetGuid(), "approve", "bob")).Status);

        var ended = await second.Http.EndAsync(run);
        Assert.True(ended.Stages() == "plan:success code:success", $"{ended}\n{second.Output}");
        Assert.Equal(5, provider.Requests.Count);
        Assert.Contains("plan-plan.json", ended.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Lines.cs(1", provider.Requests[4].Body.GetRawText(), StringComparison.Ordinal);
    }

    private static Reply.Say Say(JsonObject answer) => new(answer.ToJsonString());

    private static JsonObject Plan(string file, string? question = null) => new()
    {
        ["name"] = "desk",
        ["kind"] = "library",
        ["summary"] = "Counts lines.",
        ["files"] = new JsonArray(new[] { "Desk.csproj", file }.Select(path => (JsonNode)new JsonObject { ["path"] = path, ["purpose"] = "x" }).ToArray()),
        ["packages"] = new JsonArray(),
        ["commands"] = new JsonObject { ["build"] = new JsonArray(new JsonArray("dotnet", "build", "--nologo", "-v", "quiet")), ["test"] = new JsonArray() },
        ["confidence"] = 0.97,
        ["questions"] = question is null ? new JsonArray() : new JsonArray(new JsonObject { ["text"] = question, ["type"] = "yes_no" }),
    };

    private static JsonObject Files(params (string Path, string Content)[] files) => new()
    {
        ["files"] = new JsonArray(files.Select(file => (JsonNode)new JsonObject { ["path"] = file.Path, ["content"] = file.Content }).ToArray()),
    };
}
