using System.Security.Cryptography;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Runs;

[Collection(OneHost.Name)]
public sealed class SampleTests(HostFixture host)
{
    /// <summary>Its sister is DemoTests.Demo_Sample.</summary>
    [Trait("Length", "Long")]
    [Fact]
    public async Task WebApp_ByRest_EveryStageSucceedsAndTheArchiveIsKept()
    {
        var run = await host.Http.StartAsync(await File.ReadAllTextAsync(Path.Combine(Built.Samples, "web-app.yaml")));

        var ended = await host.Http.EndAsync(run);

        Assert.True(ended.GetProperty("status").GetString() == "success", ended.ToString());
        Assert.All(ended.GetProperty("stages").EnumerateArray(), stage => Assert.Equal("success", stage.GetProperty("status").GetString()));
        var tests = ended.GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("id").GetString() == "test").GetProperty("metrics");
        Assert.Equal(18, tests.GetProperty("tests.passed").GetDouble());
        Assert.InRange(tests.GetProperty("line_coverage").GetDouble(), 85, 98);
        var artifacts = await host.Http.JsonAsync($"/api/v1/runs/{run}/artifacts");
        var archive = artifacts.GetProperty("artifacts").EnumerateArray().Single(a => a.GetProperty("name").GetString() == "web-app.tar.gz");
        var content = await host.Http.GetByteArrayAsync(archive.GetProperty("href").GetString());
        Assert.Equal(archive.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    [Trait("Length", "Long")]
    [Fact]
    public async Task GateFails_ByRest_FailsAtItsGateAndSaysWhy()
    {
        var run = await host.Http.StartAsync(await File.ReadAllTextAsync(Path.Combine(Built.Samples, "web-app-gate-fails.yaml")));

        var ended = await host.Http.EndAsync(run);

        var error = ended.GetProperty("error");
        Assert.Equal("QUALITY_GATE_FAILED", error.GetProperty("code").GetString());
        Assert.Matches("line_coverage is [0-9.]+, wanted >= 80", error.GetProperty("message").GetString());
    }
}
