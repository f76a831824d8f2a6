using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Operations.Tests.Support;
using Monolith.Pipelines.Contracts;
using Npgsql;

namespace Monolith.Operations.Tests.Health;

public sealed class HealthRoutesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("monolith-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Ready_DatabaseAcceptsAndNeverAnswers_IsSaidWithinItsTime()
    {
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        await using var app = await StartAsync(((IPEndPoint)hanging.LocalEndpoint).Port);

        var (status, report) = await GetAsync(app, "/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("unhealthy", report.GetProperty("status").GetString());
        var database = report.GetProperty("components").GetProperty("database");
        Assert.Equal(("unhealthy", "no answer within 300 ms"), (Text(database, "status"), Text(database, "message")));
    }

    [Fact]
    public async Task Ready_DatabaseRefuses_IsSaidAndLivenessStays()
    {
        await using var app = await StartAsync(databasePort: 1);

        var (ready, report) = await GetAsync(app, "/health/ready");
        var (live, _) = await GetAsync(app, "/health");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready, live));
        Assert.Equal("unhealthy", Text(report.GetProperty("components").GetProperty("database"), "status"));
        Assert.Equal("not configured", Text(report.GetProperty("components").GetProperty("redis"), "message"));
    }

    [Fact]
    public async Task Detailed_FolderCannotBeWritten_IsUnhealthy()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "file"), "");
        await using var app = await StartAsync(databasePort: 1, root: Path.Combine(folder, "file", "below"));

        var (_, report) = await GetAsync(app, "/health/detailed");

        Assert.Equal("unhealthy", Text(report.GetProperty("components").GetProperty("filesystem"), "status"));
    }

    [Fact]
    public async Task Ready_NoAgentLoaded_IsDegraded()
    {
        await using var app = await StartAsync(databasePort: 1);

        var (_, report) = await GetAsync(app, "/health/ready");

        Assert.Equal("degraded", Text(report.GetProperty("components").GetProperty("agents"), "status"));
    }

    [Fact]
    public async Task Health_AnyState_TouchesNothing()
    {
        await using var app = await StartAsync(databasePort: 1, root: "/nowhere/at/all");

        var (status, report) = await GetAsync(app, "/health");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["status", "timestamp"], report.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Ready_RedisNotConfiguredOnASlowMachine_IsHealthy()
    {
        await using var app = await StartAsync(databasePort: 1, time: new SlowMachine());

        var (_, report) = await GetAsync(app, "/health/ready");

        var redis = report.GetProperty("components").GetProperty("redis");
        Assert.Equal(("healthy", "not configured"), (Text(redis, "status"), Text(redis, "message")));
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    private async Task<WebApplication> StartAsync(int databasePort, string? root = null, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Health:TimeoutMs"] = "300";
        builder.Services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(HostIdentity.Create());
        builder.Services.AddSingleton(new DataFolders(root ?? folder));
        builder.Services.AddSingleton<IAgentCatalog, NoAgents>();
        builder.Services.AddSingleton<IRunCensus, StandInCensus>();
        builder.Services.AddSingleton(NpgsqlDataSource.Create($"Host=127.0.0.1;Port={databasePort};Username=u;Database=d;Timeout=30"));
        builder.Services.AddOperations();
        var app = builder.Build();
        app.MapOperations();
        await app.StartAsync();
        return app;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Report)> GetAsync(WebApplication app, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
        using var response = await http.GetAsync(path);
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, report.RootElement.Clone());
    }

    /// <summary>A second passes between any two looks at the clock.</summary>
    private sealed class SlowMachine : TimeProvider
    {
        private long looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref looks);
    }
}
