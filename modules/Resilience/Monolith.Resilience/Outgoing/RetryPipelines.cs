using Monolith.Resilience.Contracts.Outgoing;
using Monolith.Resilience.Contracts.Retries;
using Polly;
using Polly.Retry;

namespace Monolith.Resilience.Outgoing;

/// <summary>The presets as Polly pipelines.</summary>
internal sealed class RetryPipelines(TimeProvider time)
{
    public ResiliencePipeline<HttpResponseMessage> Of(RetryPreset preset) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time, Name = preset.Name }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = preset.MaxAttempts - 1,
                ShouldHandle = arguments => ValueTask.FromResult(HttpOutcome.IsTransient(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Wait(preset, arguments)),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    private TimeSpan Wait(RetryPreset preset, RetryDelayGeneratorArguments<HttpResponseMessage> arguments)
    {
        var own = RetryDelay.After(arguments.AttemptNumber + 1, preset.Backoff, preset.Factor, preset.MaxBackoff, Random.Shared.NextDouble());
        return RetryDelay.Later(own, arguments.Outcome.Result is { } response ? RetryAfter.Of(response, time.GetUtcNow()) : null);
    }
}
