using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Agents;

[Collection(OneHost.Name)]
public sealed class DropTests(HostFixture fixture) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string archive = Path.Combine(fixture.Folder, "plugins", "Good-1.2.0.zip");

    public void Dispose() => File.Delete(archive);

    [Fact]
    public async Task Drop_ArchiveWhileTheHostRuns_ServesRunsUntilItIsTakenAway()
    {
        ZipFile.CreateFromDirectory(Built.Good, archive);
        var agent = await UntilAsync(HttpStatusCode.OK);
        var run = await fixture.Http.StartAsync("name: dropped\nstages: [{ id: a, agent: greet, action: greet, parameters: { name: Ada } }]");
        var ended = await fixture.Http.EndAsync(run);
        File.Delete(archive);
        await UntilAsync(HttpStatusCode.NotFound);

        Assert.Equal(("Good", "loaded"), (agent.GetProperty("plugin").GetString(), agent.GetProperty("status").GetString()));
        Assert.Equal("a:success", ended.Stages());
    }

    private async Task<JsonElement> UntilAsync(HttpStatusCode status)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var answer = await fixture.Http.GetAsync("/api/v1/agents/greet", patience.Token);
            if (answer.StatusCode == status)
                return await answer.JsonAsync();
            await Task.Yield();
        }
    }
}
