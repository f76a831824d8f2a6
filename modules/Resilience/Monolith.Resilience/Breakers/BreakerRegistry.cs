using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Breakers;

/// <summary>The breakers by what they stand before. Bounded: names come from definitions and addresses, which anybody may write.</summary>
internal sealed class BreakerRegistry(IOptions<BreakersOptions> options, TimeProvider time, ILogger<BreakerRegistry> log) : IBreakers
{
    public const int Most = 1_000;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<(BreakerKind Kind, string Name), Breaker> breakers = new();

    public event Action<BreakerReport>? Changed;

    public IBreaker Of(BreakerKind kind, string name)
    {
        if (!breakers.TryGetValue((kind, name), out var breaker))
            return Add(kind, name);
        breaker.AskedFor = time.GetTimestamp();
        return breaker;
    }

    public IReadOnlyList<BreakerReport> List() =>
        [.. breakers.Values.Select(breaker => breaker.Report()).OrderBy(report => report.Kind).ThenBy(report => report.Name, StringComparer.Ordinal)];

    private Breaker Add(BreakerKind kind, string name)
    {
        lock (gate)
        {
            if (breakers.TryGetValue((kind, name), out var known))
                return known;
            if (breakers.Count >= Most)
                MakeRoom();
            return breakers[(kind, name)] = new Breaker(kind, name, options.Value, time, Tell);
        }
    }

    private void MakeRoom()
    {
        var least = breakers.Values.MinBy(breaker => (breaker.Report().State != BreakerState.Closed, breaker.AskedFor))!;
        breakers.TryRemove((least.Kind, least.Name), out _);
    }

    private void Tell(BreakerReport change)
    {
        log.LogWarning(
            "{Operation}: the breaker of {BreakerKind} {BreakerName} is {BreakerState} after {Failures} failures of {Calls} calls",
            "breaker",
            change.Kind,
            change.Name,
            change.State,
            change.Failures,
            change.Calls);
        Changed?.Invoke(change);
    }
}
