using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

public sealed class WorkerEndpointTests
{
    [Fact]
    public async Task Get_AgentInAWorkerAndOneInTheHost_TellsWhichAndTheProcess()
    {
        await using var api = await AgentApi.WithAsync([new("Plugins:IsolationOf:Outside", "Process")], "Good", "Outside");

        var (here, there) = (await api.GetAsync("/api/v1/agents/greet"), await api.GetAsync("/api/v1/agents/outside"));

        Assert.Equal("inProcess null", $"{here.GetProperty("isolation")} {here.GetProperty("worker").GetRawText()}");
        Assert.Equal("process", there.GetProperty("isolation").GetString());
        Assert.True(Directory.Exists($"/proc/{there.GetProperty("worker").GetProperty("processId")}"));
        Assert.Equal(0, there.GetProperty("worker").GetProperty("restarts").GetInt32());
        Assert.InRange(there.GetProperty("worker").GetProperty("memoryBytes").GetInt64(), 1_000_000, 1_000_000_000);
    }
}
