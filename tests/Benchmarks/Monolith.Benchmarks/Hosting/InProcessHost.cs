using Microsoft.Extensions.DependencyInjection;
using Monolith.Benchmarks.Running;
using Monolith.Host.Startup;

namespace Monolith.Benchmarks.Hosting;

/// <summary>The host's own composition, started as its program starts it, in this process.</summary>
internal sealed class InProcessHost(MonolithHost host, string connectionString) : IAsyncDisposable
{
    public string Address => host.Address;

    public string ConnectionString => connectionString;

    public static async Task<InProcessHost> StartAsync(Bench bench, string name, params string[] settings)
    {
        var connection = await bench.Postgres.CreateDatabaseAsync(name);
        string[] words =
        [
            $"--Storage:DataDirectory={bench.Folder.ForHost(Path.GetRandomFileName())}",
            $"--ConnectionStrings:Postgres={connection}",
            "--Logging:LogLevel:Default=Warning",
            "--urls=http://127.0.0.1:0",
            .. settings,
        ];
        return new InProcessHost(await MonolithHost.StartAsync(words, isDemo: false, CancellationToken.None), connection);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>A run that failed would have been fast: none may have.</summary>
    public async Task CheckAllSucceededAsync()
    {
        var others = (long)(await PostgresServer.ScalarAsync(connectionString, "select count(*) from monolith.runs where status <> 'success'"))!;
        if (others > 0)
            throw new InvalidOperationException($"{others} runs did not succeed.");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
