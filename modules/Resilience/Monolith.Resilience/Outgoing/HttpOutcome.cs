using System.Net;
using Monolith.Resilience.Contracts.Breakers;
using Polly;
using Polly.Timeout;

namespace Monolith.Resilience.Outgoing;

/// <summary>What an HTTP answer, or its absence, says of the host.</summary>
internal static class HttpOutcome
{
    /// <summary>It may be otherwise later.</summary>
    public static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Result: { } response } => (int)response.StatusCode >= 500
            || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests,
        _ => false,
    };

    public static CallOutcome Judge(Outcome<HttpResponseMessage> outcome) =>
        IsTransient(outcome) ? CallOutcome.Failure : outcome.Exception is null ? CallOutcome.Success : CallOutcome.Unknown;
}
