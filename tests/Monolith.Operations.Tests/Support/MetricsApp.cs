using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Resilience.Contracts.Breakers;
using Npgsql;

namespace Monolith.Operations.Tests.Support;

/// <summary>An application with the module's metrics, on a clock of the test's if it brings one.</summary>
internal sealed class MetricsApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private MetricsApp(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(1) };
    }

    public HttpClient Http { get; }

    public StandInCensus Census => (StandInCensus)app.Services.GetRequiredService<IRunCensus>();

    public static async Task<MetricsApp> StartAsync(Action<IEndpointRouteBuilder>? map = null, TimeProvider? time = null, IBreakers? breakers = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Health:TimeoutMs"] = "300";
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(HostIdentity.Create());
        builder.Services.AddSingleton(new DataFolders(Path.GetTempPath()));
        builder.Services.AddSingleton<IAgentCatalog, NoAgents>();
        builder.Services.AddSingleton<IRunCensus, StandInCensus>();
        builder.Services.AddSingleton(NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=u;Database=d"));
        builder.Services.AddSingleton(new HostGauge("monolith_of_another_module", "A figure.", () => 7));
        if (breakers is not null)
            builder.Services.AddSingleton(breakers);
        builder.Services.AddOperations();
        var app = builder.Build();
        app.UseRequestMetrics();
        app.UseExceptionHandler();
        app.MapOperations();
        map?.Invoke(app);
        await app.StartAsync();
        return new MetricsApp(app);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <returns>The lines of /metrics that are values.</returns>
    public async Task<IReadOnlyList<string>> LinesAsync() =>
        [.. (await Http.GetStringAsync("/metrics")).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    public async Task<JsonElement> SummaryAsync(string query)
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync($"/metrics/summary?{query}"));
        return document.RootElement.GetProperty("metrics").Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
