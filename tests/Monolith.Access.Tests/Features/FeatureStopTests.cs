using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monolith.Access.Tests.Support;
using Monolith.Kernel;

namespace Monolith.Access.Tests.Features;

/// <summary>A stop closes the database first and ends hosted services later: what still reads then tells of a fault that is none.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class FeatureStopTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task RunAsync_StepOfTheStop_NothingIsReadAnyMore()
    {
        await using var host = await SecondHost.StartAsync(keyed);
        var step = host.Services.GetServices<IShutdownStep>().Single(step => step.Name == "feature flags");
        var reading = Assert.IsType<BackgroundService>(step, exactMatch: false).ExecuteTask!;
        Assert.False(reading.IsCompleted);

        await step.RunAsync(CancellationToken.None);

        Assert.True(reading.IsCompleted);
        Assert.Equal(ShutdownPhase.ClosingConnections, step.Phase);
    }

    [Fact]
    public void Steps_OfTheHost_FlagsComeBeforeTheDatabase()
    {
        var names = keyed.Host.Services.GetServices<IShutdownStep>().Select(step => step.Name).ToList();

        Assert.InRange(names.IndexOf("feature flags"), 0, names.IndexOf("database"));
    }
}
