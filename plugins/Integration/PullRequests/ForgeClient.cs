using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>Calls a server's API. The token is in a header alone, goes to this server alone and is taken out of what the server answers.</summary>
internal sealed class ForgeClient(IAgentContext context, ForgeAddress address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A redirect would take the token to another place.
    private readonly HttpClient http = new(context.CreateHttpHandler())
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, body: null, cancellationToken);

    public async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        var (status, headers, text) = await CallAsync(method, path, body, cancellationToken);
        if (status is >= 200 and < 300)
        {
            return Parse(text) ?? throw StageEndException.Execution($"{address.Api.Host} answered {method} {path} with something that is no JSON.");
        }

        var message = $"{address.Api.Host} answered {method} {path} with {status}: {Reason(text)}";
        throw new StageEndException(RateLimit.Wait(status, headers, context.Time.GetUtcNow()) is { } wait
            ? AgentResult.RetryLater(AgentErrorCodes.NetworkError, message, wait)
            : status switch
            {
                >= 500 => Failed.Network(message),
                >= 300 and < 400 => Failed.Execution($"{message} The repository may have moved; redirects are not followed. Give its present name and address."),
                401 or 403 or 404 => Failed.Execution($"{message} Does the stage declare the secret {address.SecretName}, and may its token do this?"),
                409 => AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, message, retryable: true),
                _ => Failed.Execution(message),
            });
    }

    public void Dispose() => http.Dispose();

    private async Task<(int Status, HttpResponseHeaders Headers, string Text)> CallAsync(
        HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        using var request = new HttpRequestMessage(method, $"{address.Api.AbsoluteUri.TrimEnd('/')}/{path}");
        request.Headers.TryAddWithoutValidation(address.TokenHeader, address.TokenPrefix + address.Token);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "monolith");
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return ((int)response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new StageEndException(Failed.TimedOut($"{address.Api.Host} did not answer within {DurationText.Format(Patience)}."));
        }
        catch (HttpRequestException fault) when (fault.InnerException is AddressRefusedException refused)
        {
            throw new StageEndException(Failed.Validation(refused.Message));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new StageEndException(Failed.Network($"No answer from {address.Api.Host}: {fault.InnerException?.Message ?? fault.Message}"));
        }
    }

    private string Reason(string text)
    {
        var said = Parse(text) is JsonObject answer ? (answer["message"] ?? answer["error"])?.ToJsonString() + answer["errors"]?.ToJsonString() : "";
        return said.Replace(address.Token, "***", StringComparison.Ordinal).Cut(400);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
