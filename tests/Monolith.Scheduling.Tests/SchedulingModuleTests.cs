using System.Collections.Concurrent;
using Hangfire.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Scheduling.WakeUps;
using Npgsql;

namespace Monolith.Scheduling.Tests;

public sealed class SchedulingModuleTests : IAsyncLifetime
{
    private readonly SchedulingDatabase server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    /// <summary>Found by the drill: three hosts that started at once on an empty database broke each other's migrations.</summary>
    [Fact]
    public async Task CreateSchema_HostsThatStartAtOnce_DoNotRunIntoEachOther()
    {
        var errors = new Errors();
        LogProvider.SetCurrentLogProvider(errors);
        var hosts = Enumerable.Range(0, 4)
            .Select(_ => new ServiceCollection().AddSingleton(NpgsqlDataSource.Create(server.ConnectionString)).BuildServiceProvider()).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => SchedulingModule.CreateSchemaAsync(host, CancellationToken.None))));

        Assert.Empty(errors.All);
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    /// <summary>Found by the drill: a host killed at that moment kept every host from starting for ten minutes.</summary>
    [Fact]
    public async Task Start_LockLeftByAKilledHost_DoesNotHinder()
    {
        await using var database = NpgsqlDataSource.Create(server.ConnectionString);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton(HostIdentity.Create())
            .AddSingleton(database)
            .AddSingleton<IScheduleWork>(new StandInSchedules())
            .AddScheduling()
            .BuildServiceProvider();
        await SchedulingModule.CreateSchemaAsync(services, CancellationToken.None);
        await using (var left = database.CreateCommand(
            "insert into hangfire.lock (resource, acquired) values ('hangfire:lock:recurring-job:take-due-runs', now() at time zone 'utc')"))
            await left.ExecuteNonQueryAsync();
        var work = services.GetServices<IHostedService>().OfType<RecurringWork>().Single();

        await work.StartAsync(CancellationToken.None);

        await work.StopAsync(CancellationToken.None);
    }

    private sealed class Errors : ILogProvider, ILog
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILog GetLogger(string name) => this;

        public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            if (logLevel >= LogLevel.Error && messageFunc is not null)
                All.Enqueue($"{messageFunc()} {exception?.Message}");
            return true;
        }
    }
}
