using Hangfire;
using Hangfire.Logging;
using Hangfire.PostgreSql;
using Monolith.Benchmarks.Running;

namespace Monolith.Benchmarks.Contestants.Hangfire;

/// <summary>One Hangfire job a stage on PostgreSQL, woken by the store's notifications and not by polling.</summary>
internal sealed class HangfireContestant : IContestant
{
    private const int Workers = 20;

    private BackgroundJobServer? server;
    private BackgroundJobClient? jobs;

    public string Name => "hangfire";

    public int InFlight => 64;

    public int RunsInATurn => 80;

    public async Task StartAsync(Bench bench)
    {
        // Its jobs block their threads; a pool that grows by two a second would be measured in their place.
        ThreadPool.GetMinThreads(out var least, out var io);
        ThreadPool.SetMinThreads(Math.Max(least, 4 * Workers), io);
        LogProvider.SetCurrentLogProvider(new Silence());
        var connection = await bench.Postgres.CreateDatabaseAsync("hangfire");
        var storage = new PostgreSqlStorage(
            new NpgsqlConnections(connection),
            new PostgreSqlStorageOptions { EnableLongPolling = true, QueuePollInterval = TimeSpan.FromSeconds(1) });
        jobs = new BackgroundJobClient(storage);
        server = new BackgroundJobServer(new BackgroundJobServerOptions { WorkerCount = Workers, Activator = new Activator(jobs) }, storage);
    }

    public Task RunAsync() => PendingRuns.AwaitAsync(run =>
    {
        jobs!.Enqueue<HangfireStep>(step => step.Do(run, 1));
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync()
    {
        server?.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Activator(IBackgroundJobClient client) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new HangfireStep(client);
    }

    private sealed class Silence : ILogProvider
    {
        public ILog GetLogger(string name) => new Nothing();

        private sealed class Nothing : ILog
        {
            public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
        }
    }
}
