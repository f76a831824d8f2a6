using Monolith.Resilience.Contracts.Outgoing;
using Monolith.Resilience.Contracts.Retries;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Monolith.Resilience.Outgoing;

/// <summary>Sends through the pipeline of the host, and of the preset around it. Polly's exceptions do not leave this class.</summary>
internal sealed class OutgoingCalls(HostPipelines hosts, RetryPipelines retries) : IOutgoing
{
    public async Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        Func<HttpRequestMessage> request,
        RetryPreset? retry,
        HttpCompletionOption completion,
        CancellationToken cancellationToken)
    {
        var host = "";
        try
        {
            return retry is not { MaxAttempts: > 1 }
                ? await OnceAsync(cancellationToken)
                : await retries.Of(retry).ExecuteAsync(async token => await OnceAsync(token), cancellationToken);
        }
        catch (RateLimiterRejectedException)
        {
            throw new OutgoingRefusedException($"Too many calls to {host} wait already.", retryAt: null);
        }
        catch (TimeoutRejectedException late)
        {
            throw new TimeoutException($"{host} did not answer within {late.Timeout.TotalSeconds:0.###} s.", late);
        }

        async Task<HttpResponseMessage> OnceAsync(CancellationToken token)
        {
            using var message = request();
            var address = message.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(request));
            host = $"{address.IdnHost.ToLowerInvariant()}:{address.Port}";
            return await hosts.Of(host).ExecuteAsync(async inTime => await client.SendAsync(message, completion, inTime), token);
        }
    }
}
