using System.Net;
using Monolith.Integration.Tests.Hosting;
using Npgsql;

namespace Monolith.Integration.Tests.Health;

public sealed class SchemaTests
{
    private const long SchemaLock = 0x4D_6F_6E_6F;

    [Fact]
    public async Task Start_AnotherHostMigrates_IsAliveAndNotReadyUntilThen()
    {
        using var folder = new TestFolder();
        using var postgres = new PostgresServer();
        await using var migrating = new NpgsqlConnection(postgres.ConnectionString);
        await migrating.OpenAsync();
        await LockAsync(migrating, $"select pg_advisory_lock({SchemaLock})");
        var address = $"http://127.0.0.1:{FreePort.Find()}";

        var starting = HostProcess.StartAsync(folder.Path, ("ConnectionStrings__Postgres", postgres.ConnectionString), ("ASPNETCORE_URLS", address));
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await UntilAnsweredAsync(http);
        using var ready = await http.GetAsync("/health/ready");
        using var work = await http.GetAsync("/api/v1/runs");
        var report = await ready.JsonAsync();
        await LockAsync(migrating, $"select pg_advisory_unlock({SchemaLock})");
        await using var host = await starting;
        using var later = await host.Http.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (ready.StatusCode, work.StatusCode));
        Assert.Equal("unhealthy", report.GetProperty("components").GetProperty("database").GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    private static async Task UntilAnsweredAsync(HttpClient http)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await pause.WaitForNextTickAsync(patience.Token))
        {
            try
            {
                using var alive = await http.GetAsync("/health", patience.Token);
                Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
                return;
            }
            catch (HttpRequestException)
            {
                // Not yet listening.
            }
        }
    }

    private static async Task LockAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
