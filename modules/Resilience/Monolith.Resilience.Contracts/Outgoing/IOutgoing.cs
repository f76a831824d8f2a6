using Monolith.Resilience.Contracts.Retries;

namespace Monolith.Resilience.Contracts.Outgoing;

/// <summary>Calls to other hosts, each host with a breaker, a limit of calls at once and a time limit of its own.</summary>
public interface IOutgoing
{
    /// <summary>Sends a request to the host of its address.</summary>
    /// <param name="client">Sends it; its own timeout should be longer than <c>Outgoing:Timeout</c>.</param>
    /// <param name="request">Makes the request, anew for each attempt, always to the same host.</param>
    /// <param name="retry">
    /// Whether and how what failed is sent again: no answer, 408, 429 and 5xx, with <c>Retry-After</c> honoured. Null for one attempt, for
    /// callers that try again by themselves. The waits are spent in memory and end with the host.
    /// </param>
    /// <param name="completion">When an answer counts as there. The time limit covers an attempt up to that point.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The last answer, whatever its status.</returns>
    /// <exception cref="OutgoingRefusedException">Not sent: the host's breaker is open, or too many calls to it wait already.</exception>
    /// <exception cref="TimeoutException">No answer within the time limit.</exception>
    /// <exception cref="HttpRequestException">The host cannot be reached.</exception>
    Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        Func<HttpRequestMessage> request,
        RetryPreset? retry,
        HttpCompletionOption completion,
        CancellationToken cancellationToken);
}
