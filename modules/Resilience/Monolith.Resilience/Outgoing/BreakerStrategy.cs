using Monolith.Resilience.Contracts.Breakers;
using Monolith.Resilience.Contracts.Outgoing;
using Polly;

namespace Monolith.Resilience.Outgoing;

/// <summary>A host's breaker as a part of a Polly pipeline.</summary>
internal sealed class BreakerStrategy(IBreakers breakers, string host) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        var breaker = breakers.Of(BreakerKind.Host, host);
        var pass = breaker.Enter();
        if (pass.RetryAt is { } retryAt)
            return Outcome.FromException<HttpResponseMessage>(new OutgoingRefusedException($"The breaker of {host} is open: most calls to it failed.", retryAt));

        var heard = CallOutcome.Unknown;
        try
        {
            var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            heard = HttpOutcome.Judge(outcome);
            return outcome;
        }
        finally
        {
            breaker.Exit(pass, heard);
        }
    }
}
