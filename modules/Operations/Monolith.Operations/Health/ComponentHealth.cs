namespace Monolith.Operations.Health;

/// <summary>One part of the host.</summary>
/// <param name="Status">How it is.</param>
/// <param name="Message">For people.</param>
/// <param name="Timestamp">When it was looked at, UTC.</param>
/// <param name="ResponseTime">How long it took to answer, in ms.</param>
/// <param name="Details">What else is known, by name.</param>
internal sealed record ComponentHealth(
    HealthStatus Status, string Message, DateTimeOffset Timestamp, double ResponseTime, IReadOnlyDictionary<string, object>? Details);
