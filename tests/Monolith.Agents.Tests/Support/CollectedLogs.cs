using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Monolith.Agents.Tests.Support;

internal sealed class CollectedLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly SemaphoreSlim written = new(0);

    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>Completes when a line with the text has come.</summary>
    public async Task SeesAsync(string text)
    {
        var limit = Task.Delay(Safety.Limit);
        while (!lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
            Assert.NotSame(limit, await Task.WhenAny(written.WaitAsync(), limit));
    }

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Monolith", StringComparison.Ordinal) ? this : NullLogger.Instance;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue($"{logLevel} {formatter(state, exception)}");
        written.Release();
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
