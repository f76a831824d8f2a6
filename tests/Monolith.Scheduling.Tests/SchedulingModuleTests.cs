using System.Collections.Concurrent;
using Hangfire.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monolith.Kernel;
using Monolith.Scheduling.WakeUps;
using Monolith.Storage;
using Npgsql;

namespace Monolith.Scheduling.Tests;

public sealed class SchedulingModuleTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"monolith-{Guid.NewGuid().ToString("N")[..12]}")).FullName;
    private PrivateServer? server;

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        server = (await StorageModule.StartServerAsync(new DataFolders(folder), CancellationToken.None)).Value;
    }

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Found by the drill: three hosts that started at once on an empty database broke each other's migrations.</summary>
    [Fact]
    public async Task CreateSchema_HostsThatStartAtOnce_DoNotRunIntoEachOther()
    {
        var errors = new Errors();
        LogProvider.SetCurrentLogProvider(errors);
        var hosts = Enumerable.Range(0, 4)
            .Select(_ => new ServiceCollection().AddSingleton(NpgsqlDataSource.Create(server!.ConnectionString)).BuildServiceProvider()).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => SchedulingModule.CreateSchemaAsync(host, CancellationToken.None))));

        Assert.Empty(errors.All);
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    /// <summary>Found by the drill: a host killed at that moment kept every host from starting for ten minutes.</summary>
    [Fact]
    public async Task Start_LockLeftByAKilledHost_DoesNotHinder()
    {
        await using var database = NpgsqlDataSource.Create(server!.ConnectionString);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton(HostIdentity.Create())
            .AddSingleton(database)
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
