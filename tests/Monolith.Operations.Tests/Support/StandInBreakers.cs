using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Operations.Tests.Support;

/// <summary>Breakers that stand as the test says.</summary>
internal sealed class StandInBreakers : IBreakers
{
    event Action<BreakerReport>? IBreakers.Changed
    {
        add { }
        remove { }
    }

    public List<BreakerReport> Reports { get; } = [];

    public IBreaker Of(BreakerKind kind, string name) => throw new NotSupportedException("Nothing is called here.");

    public IReadOnlyList<BreakerReport> List() => [.. Reports];

    public void Stands(BreakerKind kind, string name, BreakerState state, long openings = 0) =>
        Reports.Add(new BreakerReport(kind, name, state, DateTimeOffset.UnixEpoch, OpenUntil: null, Calls: 0, Failures: 0, openings));
}
