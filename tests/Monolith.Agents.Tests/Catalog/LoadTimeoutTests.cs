using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Contracts;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Catalog;

public sealed class LoadTimeoutTests
{
    [Fact]
    public async Task Start_ConstructorThatNeverReturns_FailsAfterTheLimitAndOthersServe()
    {
        var time = new ObservedTime();
        await using var host = new AgentHost();
        host.Services.AddSingleton<TimeProvider>(time);
        PluginFixture.Copy("HangingConstructor", host.FirstParty, "A-hangs");
        PluginFixture.Copy("Good", host.FirstParty);

        var starting = host.StartAsync();
        await time.TimerOfAsync(TimeSpan.FromSeconds(30)).WaitAsync(Safety.Limit);
        time.Advance(TimeSpan.FromSeconds(30));
        await starting.WaitAsync(Safety.Limit);

        Assert.Equal(AgentStatus.Failed, host.Only("A-hangs").Status);
        Assert.Contains("did not load within 30 s", host.Only("A-hangs").Reason, StringComparison.Ordinal);
        Assert.NotNull(host.Catalog.Find("greet"));
    }
}
