using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Monolith.Host.Drill.Fleet;

namespace Monolith.Host.Drill.Load;

/// <summary>The REST API as a caller uses it that knows several hosts and asks another when one does not answer.</summary>
internal sealed class DrillApi(HostFleet fleet, AcceptedRuns answers) : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(150);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(3) };

    /// <summary>Stores the drill's pipelines.</summary>
    public async Task StorePipelinesAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, yaml) in DrillPipelines.All)
        {
            if (await AskAsync(HttpMethod.Put, $"/api/v1/pipelines/{name}", "application/yaml", yaml, key: null, mayRepeat: true, cancellationToken) is null)
                throw new InvalidOperationException($"The pipeline {name} could not be stored: {string.Join(' ', answers.Refusals)}");
        }
    }

    /// <summary>Posts until it is answered.</summary>
    /// <param name="path">The address.</param>
    /// <param name="body">What is asked; null for nothing.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="mayRepeat">Whether it may be sent again when the answer was lost.</param>
    /// <param name="cancellationToken">Ends the patience.</param>
    /// <returns>The answer; null when it was refused, or lost and may not be repeated.</returns>
    public Task<JsonNode?> PostAsync(string path, JsonNode? body, string? key, bool mayRepeat, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, path, "application/json", body?.ToJsonString() ?? "", key, mayRepeat, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<JsonNode?> AskAsync(
        HttpMethod method, string path, string type, string body, string? key, bool mayRepeat, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (fleet.AnyAddress() is { } host)
            {
                using var request = new HttpRequestMessage(method, new Uri(host, path));
                request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                try
                {
                    using var answer = await http.SendAsync(request, cancellationToken);
                    var text = await answer.Content.ReadAsStringAsync(cancellationToken);
                    if (answer.IsSuccessStatusCode)
                        return JsonNode.Parse(text);
                    if (answer.StatusCode < HttpStatusCode.InternalServerError)
                    {
                        answers.Refused($"{method} {path} was answered {(int)answer.StatusCode}: {text}");
                        return null;
                    }

                    answers.Failed(answer.StatusCode);
                }
                catch (Exception lost) when (IsLost(lost) && !cancellationToken.IsCancellationRequested)
                {
                    answers.AnswerLost();
                }

                if (!mayRepeat)
                    return null;
            }

            await Task.Delay(BetweenTries, cancellationToken);
        }
    }

    private static bool IsLost(Exception fault) => fault is HttpRequestException or IOException or OperationCanceledException;
}
