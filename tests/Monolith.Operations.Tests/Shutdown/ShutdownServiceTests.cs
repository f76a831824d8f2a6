using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Monolith.Kernel;
using Monolith.Operations.Shutdown;

namespace Monolith.Operations.Tests.Shutdown;

/// <summary>The phases within the generic host's own stop.</summary>
public sealed class ShutdownServiceTests
{
    private readonly FakeTimeProvider time = new();
    private readonly List<string> said = [];
    private readonly TaskCompletionSource<int> exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Stop_AnyService_PhasesRunBeforeTheFirstServiceStopsAndOnce()
    {
        using var host = Build(Step.Good(ShutdownPhase.Cleanup, "cleanup", said));
        await host.StartAsync();

        await host.StopAsync();
        await host.StopAsync();

        Assert.Equal(["cleanup", "service", "service"], said);
        Assert.False(exit.Task.IsCompleted);
    }

    [Fact]
    public async Task Stop_PhaseHangsWithoutEnd_ProcessIsEndedAtTheLimit()
    {
        // Its limit is beyond the forced exit, as nothing but a mistake could make it.
        var hanging = Step.Hanging(ShutdownPhase.SavingState, "runs");
        using var host = Build(hanging, options => options.SavingState = TimeSpan.FromHours(1));
        await host.StartAsync();

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var stopping = host.StopAsync();
        await hanging.Begun;
        time.Advance(TimeSpan.FromSeconds(44.9));
        Assert.False(exit.Task.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(1, await exit.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.False(stopping.IsCompleted);
    }

    [Fact]
    public async Task Stop_EndedInTime_NobodyEndsTheProcessLater()
    {
        using var host = Build(Step.Good(ShutdownPhase.Cleanup, "cleanup", said));
        await host.StartAsync();
        using (host.Services.GuardStop())
            await host.StopAsync();

        time.Advance(TimeSpan.FromHours(1));

        Assert.False(exit.Task.IsCompleted);
        Assert.True(host.Services.StoppedWell());
    }

    private IHost Build(IShutdownStep step, Action<ShutdownOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(HostIdentity.Create());
        builder.Services.AddShutdown();
        builder.Services.AddSingleton<EndProcess>(code => exit.TrySetResult(code));
        builder.Services.AddSingleton(step);
        builder.Services.AddSingleton(said);
        builder.Services.AddHostedService<Service>();
        if (configure is not null)
            builder.Services.Configure(configure);
        return builder.Build();
    }

    private sealed class Service(List<string> said) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            said.Add("service");
            return Task.CompletedTask;
        }
    }
}
