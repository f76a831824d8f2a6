using Monolith.Resilience.Contracts.Breakers;
using Prometheus;

namespace Monolith.Operations.Metrics.State;

/// <summary>The breakers of this host. One that gave way to another takes its series along, so there are never more than breakers.</summary>
internal sealed class BreakerSample(HostMetrics factory, IEnumerable<IBreakers> breakers) : ISample
{
    private readonly Gauge states = factory.Gauge(
        "monolith_breaker_state", "How the circuit breakers of this host stand: 0 closed, 1 half-open, 2 open.", "kind", "name");

    private readonly Counter openings = factory.Counter(
        "monolith_breaker_openings_total", "How often circuit breakers of this host opened.", "kind", "name");

    private HashSet<(string Kind, string Name)> shown = [];

    public Task TakeAsync()
    {
        var now = new HashSet<(string, string)>();
        foreach (var breaker in breakers.SelectMany(host => host.List()))
        {
            var kind = LabelText.Of(breaker.Kind);
            states.WithLabels(kind, breaker.Name).Set((int)breaker.State);
            openings.WithLabels(kind, breaker.Name).IncTo(breaker.Openings);
            now.Add((kind, breaker.Name));
        }

        foreach (var (kind, name) in shown.Except(now))
        {
            states.RemoveLabelled(kind, name);
            openings.RemoveLabelled(kind, name);
        }

        shown = now;
        return Task.CompletedTask;
    }
}
