using Microsoft.Extensions.Logging;

namespace Monolith.Operations.Tests.Shutdown;

/// <summary>What was logged, line by line.</summary>
internal sealed class Lines<T> : ILogger<T>
{
    private readonly List<string> lines = [];

    public string All => string.Join('\n', lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            lines.Add($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" ({exception.Message})")}");
    }
}
