using System.Text.Json;
using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class JsonTests(HostFixture host)
{
    [Fact]
    public async Task Run_Json_IsALineForEachEventAndAtLastTheRun()
    {
        var typed = await Typed.AtAsync(host, "run", host.Write("json.yaml", Definitions.Greet), "--json");

        Assert.True(typed.ExitCode == 0, $"{typed}");
        var lines = typed.Out.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Enumerable.Range(1, lines.Count - 1), lines[..^1].Select(line => line.GetProperty("version").GetInt32()));
        Assert.Equal("success", lines[^1].GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("agents")]
    [InlineData("decisions")]
    [InlineData("pipelines", "list")]
    public async Task List_Json_IsAnArray(params string[] words)
    {
        var typed = await Typed.AtAsync(host, [.. words, "--json"]);

        Assert.True(typed.ExitCode == 0, $"{typed}");
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(typed.Out).RootElement.ValueKind);
    }
}
