using System.Net;
using System.Net.Sockets;

namespace Monolith.Integration.Tests.Shutdown.Rolling;

/// <summary>A client behind a load balancer: what a host refuses it asks of the next. All else that goes wrong is a failed request.</summary>
internal sealed class Client(Balancer balancer) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly List<string> failures = [];
    private int answered;
    private int told;
    private int unreachable;

    public int Answered => answered;

    /// <summary>Refused with 503 and Retry-After, and asked again elsewhere.</summary>
    public int Told => told;

    /// <summary>Nobody listened, and asked again elsewhere.</summary>
    public int Unreachable => unreachable;

    public IReadOnlyList<string> Failures => failures;

    /// <returns>The answer's body; null when the request failed.</returns>
    public async Task<string?> AskAsync(Func<HttpRequestMessage> request)
    {
        while (true)
        {
            using var asked = request();
            asked.RequestUri = new Uri(await balancer.NextAsync(), asked.RequestUri!);
            try
            {
                using var answer = await http.SendAsync(asked);
                var body = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null)
                {
                    Interlocked.Increment(ref told);
                    continue;
                }

                Interlocked.Increment(ref answered);
                return answer.IsSuccessStatusCode ? body : Failed($"{asked.Method} {asked.RequestUri}: {(int)answer.StatusCode} {body}");
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                Interlocked.Increment(ref unreachable);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
            {
                return Failed($"{asked.Method} {asked.RequestUri}: {broken.Message} {broken.InnerException?.Message} {broken.InnerException?.InnerException?.Message}");
            }
        }
    }

    public void Dispose() => http.Dispose();

    private string? Failed(string how)
    {
        lock (failures)
            failures.Add(how);
        return null;
    }
}
