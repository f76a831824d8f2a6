using Monolith.Models.Providers.Faults;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Monolith.Models.Providers;

/// <summary>
/// Repeats a provider's calls by the contract's network preset, and leaves a provider alone that is not well. The one place
/// that knows how: whoever replaces the breaker replaces it here.
/// </summary>
internal sealed class ProviderGuard
{
    private const int Attempts = 5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly CircuitBreakerStateProvider breaker = new();
    private readonly ResiliencePipeline pipeline;

    public ProviderGuard(TimeProvider time)
    {
        pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<ProviderFault>(IsWorthRepeating),
                MaxRetryAttempts = Attempts - 1,
                Delay = First,
                MaxDelay = Longest,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as ProviderFault)?.RetryAfter),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<ProviderFault>(fault => fault.IsOfProvider),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(60),
                StateProvider = breaker,
            })
            .Build();
    }

    /// <summary>Calls are refused for now.</summary>
    public bool IsOpen => breaker.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <exception cref="ProviderFault">It failed for good, or is not even asked.</exception>
    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (BrokenCircuitException open)
        {
            throw new ProviderFault(FaultKind.Unavailable, "It failed too often just now and is left alone for a minute.", open);
        }
    }

    // A provider that wants a long rest has it: another one is asked meanwhile.
    private static bool IsWorthRepeating(ProviderFault fault) => fault.IsTransient && (fault.RetryAfter ?? TimeSpan.Zero) <= Longest;
}
