using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Operations;
using Monolith.Pipelines.Contracts;
using Npgsql;

namespace Monolith.Benchmarks.Observability;

/// <summary>A server with one endpoint that does nothing, with the host's observability around it or without.</summary>
internal sealed class TrivialApp(WebApplication app) : IAsyncDisposable
{
    public Uri Address { get; } = new(app.Urls.First());

    public static async Task<TrivialApp> StartAsync(bool observed)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        if (observed)
            Observe(builder);

        var app = builder.Build();
        if (observed)
            app.UseRequestMetrics().UseOperations();
        app.MapGet("/trivial", () => TypedResults.Ok(new Trivial("ok")));
        if (observed)
            app.MapOperations();
        await app.StartAsync();
        return new TrivialApp(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Observe(WebApplicationBuilder builder)
    {
        builder.UseMonolithLogging();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(HostIdentity.Create());
        builder.Services.AddSingleton(new DataFolders(AppContext.BaseDirectory));
        builder.Services.AddSingleton<IAgentCatalog, Nothing>();
        builder.Services.AddSingleton<IRunCensus, Nothing>();
        builder.Services.AddSingleton(NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none"));
        builder.Services.AddOperations();
    }

    private sealed record Trivial(string Status);

    /// <summary>What only a scrape asks for.</summary>
    private sealed class Nothing : IAgentCatalog, IRunCensus
    {
        public IReadOnlyList<AgentListing> List() => [];

        public AgentListing? Find(string agent) => null;

        public Task<OpenRuns> CountAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new OpenRuns(new Dictionary<RunStatus, long>(), TimeSpan.Zero));
    }
}
