using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Kernel;

namespace Monolith.Operations.Tests.Support;

/// <summary>An application with what the module does to every request.</summary>
internal sealed class RequestApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private RequestApp(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    /// <param name="map">The routes.</param>
    /// <param name="logs">Without logs, the web server makes no activity for a request.</param>
    public static async Task<RequestApp> StartAsync(Action<IEndpointRouteBuilder> map, bool logs = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (logs)
            builder.Logging.AddProvider(new Listening());
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(HostIdentity.Create());
        builder.Services.AddOperations();
        var app = builder.Build();
        app.UseRequestMetrics();
        app.UseOperations();
        app.UseExceptionHandler();
        map(app);
        await app.StartAsync();
        return new RequestApp(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Hears everything and keeps nothing.</summary>
    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
