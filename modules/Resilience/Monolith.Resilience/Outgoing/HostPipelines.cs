using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Monolith.Resilience.Contracts.Breakers;
using Polly;

namespace Monolith.Resilience.Outgoing;

/// <summary>What stands before each host: breaker, limit of calls at once, time limit. In this order, so that a wait for a place is no fault of the host.</summary>
internal sealed class HostPipelines(IBreakers breakers, IOptions<OutgoingOptions> options, TimeProvider time)
{
    /// <summary>Addresses are written by anybody; beyond this many all are forgotten, with places that are taken at that moment.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, ResiliencePipeline<HttpResponseMessage>> pipelines = new();

    public ResiliencePipeline<HttpResponseMessage> Of(string host)
    {
        if (pipelines.TryGetValue(host, out var known))
            return known;
        if (pipelines.Count >= Most)
            pipelines.Clear();
        return pipelines.GetOrAdd(host, Build);
    }

    private ResiliencePipeline<HttpResponseMessage> Build(string host) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time, Name = host }
            .AddStrategy(_ => new BreakerStrategy(breakers, host), new NoOptions())
            .AddConcurrencyLimiter(options.Value.MaxConcurrentPerHost, options.Value.MaxWaitingPerHost)
            .AddTimeout(options.Value.Timeout)
            .Build();

    private sealed class NoOptions : ResilienceStrategyOptions;
}
