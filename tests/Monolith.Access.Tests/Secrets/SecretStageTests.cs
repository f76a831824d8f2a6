using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monolith.Access.Tests.Audit;
using Monolith.Access.Tests.Projects;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Secrets;

[Collection(OneKeyedHost.Name)]
public sealed class SecretStageTests(KeyedHostFixture keyed)
{
    private const string Value = "k4tze-und-hund";

    private const string Definition = """
        name: by-reference
        inputs: { said: { type: string, required: true } }
        stages:
          - { id: got, agent: command, action: run, parameters: { script: "tee copy | sha256sum > got.txt; cat copy", stdin: "secret:pet" }, artifacts: [{ name: got.txt, type: file, path: got.txt }] }
          - { id: said, agent: command, action: run, parameters: { script: "cat", stdin: "${{ inputs.said }}" } }
          - { id: none, agent: command, action: run, parameters: { script: "cat", stdin: "secret:no-such-one" }, continueOnFailure: true }
          - { id: unfit, agent: command, action: run, parameters: { script: "cat", shell: "secret:pet" }, continueOnFailure: true }
        """;

    private static readonly string[] Answers = ["", "/events", "/evidence", "/artifacts", "/stages/got/log", "/stages/said/log", "/stages/none/log"];

    [Fact]
    public async Task Run_StageWithReference_AgentGetsTheValueAndNobodyElse()
    {
        Assert.Equal(200, (await keyed.Admin.SendAsync(HttpMethod.Put, "/api/v1/secrets/pet", new { value = Value })).Status);
        using var put = await keyed.Admin.Http.PutAsync("/api/v1/pipelines/by-reference", new StringContent(Definition, Encoding.UTF8, "application/yaml"));
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        using var started = await keyed.Admin.Http.PostAsJsonAsync("/api/v1/runs", new { pipeline = "by-reference", inputs = new { said = "secret:pet" } });
        var run = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await RunFollower.UntilAsync(keyed.Admin.Http, run, "run_succeeded");

        var answers = new Dictionary<string, string> { ["audit"] = await keyed.Admin.Http.GetStringAsync("/api/v1/audit/export") };
        foreach (var path in Answers)
            answers[path] = await keyed.Admin.Http.GetStringAsync($"/api/v1/runs/{run}{path}");
        var read = Assert.Single(await keyed.Admin.EntriesAsync("action=secret.read&subject=pet&limit=10"), entry => entry.GetProperty("detail").Text("stage") == "got");

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));
        Assert.StartsWith(hash, await keyed.Admin.Http.GetStringAsync($"/api/v1/runs/{run}/artifacts/got.txt"), StringComparison.Ordinal);
        Assert.Equal(run, read.GetProperty("detail").Text("run"));
        Assert.Contains("***", answers["/stages/got/log"], StringComparison.Ordinal);
        Assert.Contains("secret:pet", answers["/stages/said/log"], StringComparison.Ordinal);
        Assert.Contains("SECRET_NOT_FOUND", answers[""], StringComparison.Ordinal);
        Assert.Contains("TASK_VALIDATION_FAILED", answers[""], StringComparison.Ordinal);
        Assert.All(answers.Values, answer => Assert.DoesNotContain(Value, answer, StringComparison.Ordinal));
        Assert.Empty(await StoredText.TablesWithAsync(keyed.Host.Services, Value));
        Assert.NotEmpty(await StoredText.TablesWithAsync(keyed.Host.Services, "secret:pet"));
    }
}
