using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;
using Wolverine;
using Wolverine.Postgresql;

namespace Monolith.Benchmarks.Contestants.Wolverine;

/// <summary>
/// Wolverine with a durable local queue on PostgreSQL, five chained messages a run: with its own settings, as the engine runs with its
/// own, or tuned, as its documentation tells of: solo mode, many messages at once, neither telemetry nor log lines.
/// </summary>
internal sealed class WolverineContestant(bool tuned) : IContestant
{
    private const int Parallel = 64;
    private const string Unsettled = "select count(*) from wolverine.wolverine_incoming_envelopes where status <> 'Handled'";

    private IHost? host;
    private string connection = "";

    public string Name => tuned ? "wolverine, tuned" : "wolverine";

    public int InFlight => 256;

    public int RunsInATurn => tuned ? 6_000 : 2_000;

    public async Task StartAsync(Bench bench)
    {
        connection = await bench.Postgres.CreateDatabaseAsync(tuned ? "wolverine_tuned" : "wolverine");
        host = Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .UseWolverine(options =>
            {
                options.ApplicationAssembly = typeof(WolverineContestant).Assembly;
                options.Discovery.DisableConventionalDiscovery().IncludeType(typeof(WolverineStepHandler));
                options.PersistMessagesWithPostgresql(connection, "wolverine");
                options.PublishMessage<WolverineStep>().ToLocalQueue("steps");
                options.LocalQueue("steps").UseDurableInbox();
                if (tuned)
                    Tune(options);
            })
            .Build();
        await host.StartAsync();
    }

    private static void Tune(WolverineOptions options)
    {
        options.Durability.Mode = DurabilityMode.Solo;
        options.LocalQueue("steps").MaximumParallelMessages(Parallel).TelemetryEnabled(false);
        options.Policies.MessageExecutionLogLevel(LogLevel.None);
        options.Policies.MessageSuccessLogLevel(LogLevel.None);
    }

    public Task RunAsync() => PendingRuns.AwaitAsync(async run =>
    {
        await using var scope = host!.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new WolverineStep(run, 1));
    });

    /// <summary>It marks messages as handled some time after their handler ended; what is not marked a crash would repeat.</summary>
    public async Task SettleAsync()
    {
        while ((long)(await PostgresServer.ScalarAsync(connection, Unsettled))! > 0)
            await Task.Delay(5);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is null)
            return;
        await host.StopAsync();
        host.Dispose();
    }
}
