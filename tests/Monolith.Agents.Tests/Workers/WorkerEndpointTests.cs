using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

public sealed class WorkerEndpointTests
{
    [Fact]
    public async Task Get_AgentInAWorkerAndOneInTheHost_TellsWhichAndTheProcess()
    {
        using var folder = new TempFolder();
        ShellPlugins.Write(folder.Path, $"read hello; echo '{ShellPlugins.Ready}'; cat");
        await using var api = await AgentApi.WithAsync([new("Plugins:Directory", folder.Path)], "Good");

        var (here, there) = (await api.GetAsync("/api/v1/agents/greet"), await api.GetAsync("/api/v1/agents/shell"));

        Assert.Equal("inProcess null", $"{here.GetProperty("isolation")} {here.GetProperty("worker").GetRawText()}");
        Assert.Equal("process", there.GetProperty("isolation").GetString());
        Assert.True(Directory.Exists($"/proc/{there.GetProperty("worker").GetProperty("processId")}"));
        Assert.Equal(0, there.GetProperty("worker").GetProperty("restarts").GetInt32());
        Assert.InRange(there.GetProperty("worker").GetProperty("memoryBytes").GetInt64(), 100_000, 1_000_000_000);
    }
}
