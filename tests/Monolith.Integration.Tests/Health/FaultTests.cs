using System.Net;
using Monolith.Integration.Tests.Hosting;
using Xunit.Abstractions;

namespace Monolith.Integration.Tests.Health;

/// <summary>A real host whose real database and Redis are frozen, slowed down, hung up and ended: seen within 2 s, and so is the end of it.</summary>
[Collection(Timed.Name)]
public sealed class FaultTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Seen = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Recovered = TimeSpan.FromSeconds(10);

    private readonly TestFolder folder = new();
    private readonly PostgresServer postgres = new();
    private TcpProxy proxy = null!;
    private RedisServer redis = new();
    private HostProcess host = null!;

    public async Task InitializeAsync()
    {
        proxy = new TcpProxy(postgres.Port);
        host = await HostProcess.StartAsync(
            folder.Path,
            HostProcess.Unprivileged,
            ("ConnectionStrings__Postgres", PostgresServer.At(proxy.Port)),
            ("ConnectionStrings__Redis", $"127.0.0.1:{redis.Port}"));
        await HealthReport.UntilAsync(host.Http, "database", "healthy", Recovered);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        proxy.Dispose();
        postgres.Dispose();
        redis.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Database_FrozenSlowHungAndGone_IsSeenAndSoIsItsRecovery()
    {
        await BreaksAsync("database", "unhealthy", "frozen", postgres.Freeze, postgres.Thaw);
        await BreaksAsync("database", "unhealthy", "accepts and never answers", () => proxy.Hangs = true, () => proxy.Hangs = false);
        await BreaksAsync("database", "degraded", "answers late", () => proxy.Delay = TimeSpan.FromMilliseconds(200), () => proxy.Delay = TimeSpan.Zero);
        await BreaksAsync("database", "unhealthy", "hangs up", proxy.HangUp, () => proxy.Refuses = false);
    }

    [Fact]
    public async Task Redis_FrozenAndGone_IsSeenAndSoIsItsRecovery()
    {
        await BreaksAsync("redis", "unhealthy", "frozen", redis.Freeze, redis.Thaw);
        await BreaksAsync("redis", "unhealthy", "gone", redis.Dispose, () => redis = new RedisServer(redis.Port));
    }

    [Fact]
    public async Task Plugins_FolderUnreadable_IsSeenAndSoIsItsRecovery()
    {
        var plugins = Directory.CreateDirectory(folder["plugins"]).FullName;

        await BreaksAsync("agents", "degraded", "unreadable", () => Change("000", plugins), () => Change("755", plugins));
    }

    private static void Change(string mode, string path)
    {
        using var chmod = System.Diagnostics.Process.Start("chmod", [mode, path]);
        chmod.WaitForExit();
    }

    private async Task BreaksAsync(string component, string status, string how, Action spoil, Action mend)
    {
        spoil();
        var broken = await HealthReport.UntilAsync(host.Http, component, status, Seen);
        using var alive = await host.Http.GetAsync("/health");
        mend();
        var mended = await HealthReport.UntilAsync(host.Http, component, "healthy", Recovered);

        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal(status, broken.Status);
        Assert.Equal(status == "unhealthy" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, broken.Code);
        Assert.NotEmpty(broken.Message);
        output.WriteLine($"{component} {how}: {status} after {broken.Took.TotalMilliseconds:0} ms ({broken.Message}); healthy again after {mended.Took.TotalMilliseconds:0} ms");
    }
}
