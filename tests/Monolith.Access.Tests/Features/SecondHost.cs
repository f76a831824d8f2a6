using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Monolith.Access.Tests.Support;
using Monolith.Features;
using Monolith.Models;
using Monolith.Resilience;
using Npgsql;

namespace Monolith.Access.Tests.Features;

/// <summary>The modules of another host of the same installation: its own memory, the same database, a clock of the test's.</summary>
internal sealed class SecondHost : ILogger, ILoggerProvider, IAsyncDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly Lock gate = new();
    private readonly List<(string Part, TaskCompletionSource Heard)> awaited = [];

    private SecondHost(KeyedHostFixture keyed)
    {
        var configuration = new ConfigurationBuilder().Build();
        Services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(time)
            .AddLogging(logging => logging.AddProvider(this).SetMinimumLevel(LogLevel.Information))
            .AddSingleton(keyed.Host.Services.GetRequiredService<NpgsqlDataSource>()).AddSingleton(keyed.Host.Services.GetRequiredService<IDocumentStore>())
            .AddResilience().AddFeatures(configuration).AddModels(configuration).BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public static async Task<SecondHost> StartAsync(KeyedHostFixture keyed)
    {
        var host = new SecondHost(keyed);
        foreach (var part in host.Services.GetServices<IHostedService>())
            await part.StartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>Lets its time pass until it logs so.</summary>
    /// <returns>How much passed.</returns>
    public async Task<TimeSpan> UntilLoggedAsync(string part)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            awaited.Add((part, heard));
        var before = time.GetUtcNow();
        while (!heard.Task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        return time.GetUtcNow() - before;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception);
        lock (gate)
            foreach (var (_, heard) in awaited.Where(one => line.Contains(one.Part, StringComparison.Ordinal)))
                heard.TrySetResult();
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in Services.GetServices<IHostedService>())
            await part.StopAsync(CancellationToken.None);
        await Services.DisposeAsync();
    }
}
