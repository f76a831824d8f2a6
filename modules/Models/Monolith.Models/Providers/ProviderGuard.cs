using Monolith.Models.Providers.Faults;
using Monolith.Resilience.Contracts.Breakers;
using Monolith.Resilience.Contracts.Retries;

namespace Monolith.Models.Providers;

/// <summary>Repeats a provider's calls by the preset <c>network</c>, and leaves a provider alone whose breaker is open.</summary>
internal sealed class ProviderGuard(string provider, IBreakers breakers, TimeProvider time)
{
    private static readonly RetryPreset Network = RetryPreset.Find("network")!;

    /// <summary>How its breaker stands.</summary>
    public BreakerState State => breakers.Of(BreakerKind.Model, provider).Report().State;

    /// <exception cref="ProviderFault">It failed for good, or is not even asked.</exception>
    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            var breaker = breakers.Of(BreakerKind.Model, provider);
            var pass = breaker.Enter();
            if (pass.RetryAt is { } retryAt)
                throw Open(retryAt);
            try
            {
                return await OnceAsync(breaker, pass, call, cancellationToken);
            }
            catch (ProviderFault fault) when (failures < Network.MaxAttempts && IsWorthRepeating(fault))
            {
                var own = RetryDelay.After(failures, Network.Backoff, Network.Factor, Network.MaxBackoff, Random.Shared.NextDouble());
                await Task.Delay(RetryDelay.Later(own, fault.RetryAfter), time, cancellationToken);
            }
        }
    }

    private static async Task<T> OnceAsync<T>(IBreaker breaker, BreakerPass pass, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        // A full budget, a listener that throws and a caller that gives up say nothing of the provider.
        var heard = CallOutcome.Unknown;
        try
        {
            var answer = await call(cancellationToken);
            heard = CallOutcome.Success;
            return answer;
        }
        catch (ProviderFault fault)
        {
            heard = fault.IsOfProvider ? CallOutcome.Failure : CallOutcome.Success;
            throw;
        }
        finally
        {
            breaker.Exit(pass, heard);
        }
    }

    private ProviderFault Open(DateTimeOffset retryAt) =>
        new(FaultKind.Unavailable, "Its breaker is open, because most of its calls failed; it was not asked.") { RetryAfter = retryAt - time.GetUtcNow() };

    // A provider that wants a long rest has it: another one is asked meanwhile.
    private static bool IsWorthRepeating(ProviderFault fault) => fault.IsTransient && (fault.RetryAfter ?? TimeSpan.Zero) <= Network.MaxBackoff;
}
