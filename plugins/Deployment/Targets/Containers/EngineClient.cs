using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Plugins.Deployment.Gateways;

namespace Monolith.Plugins.Deployment.Targets.Containers;

/// <summary>Asks a container engine over its Unix socket. Docker and podman speak the same API.</summary>
internal sealed class EngineClient(string socket) : IDisposable
{
    private const string Version = "/v1.41";

    // Builds and pushes take as long as they take; the stage's own time-out ends them.
    private readonly HttpClient client = SocketClient.Make(socket, Timeout.InfiniteTimeSpan);

    public static async Task<bool> AnswersAsync(string socket, CancellationToken cancellationToken)
    {
        if (!File.Exists(socket))
        {
            return false;
        }

        using var client = SocketClient.Make(socket, TimeSpan.FromSeconds(5));
        try
        {
            using var reply = await client.GetAsync(new Uri("/_ping", UriKind.Relative), cancellationToken);
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <returns>The answer, which the caller disposes. What is neither a success nor among <paramref name="accepted"/> ends the action.</returns>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, IReadOnlyList<HttpStatusCode> accepted, CancellationToken cancellationToken, string? registryAuth = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Version + path, UriKind.Relative)) { Content = content };
        if (registryAuth is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Registry-Auth", registryAuth);
        }

        try
        {
            var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return reply.IsSuccessStatusCode || reply.StatusCode == HttpStatusCode.NotModified || accepted.Contains(reply.StatusCode)
                ? reply
                : throw await FaultAsync(reply, cancellationToken);
        }
        catch (HttpRequestException fault) when (fault.InnerException is SocketException)
        {
            throw new DeploymentException(AgentResult.Failure(
                AgentErrorCodes.InsufficientResources, $"No container engine answers at {socket}. Start Docker, install podman, or name the socket of another one.", retryable: true));
        }
    }

    public async Task<JsonNode?> FindAsync(string path, CancellationToken cancellationToken)
    {
        using var reply = await SendAsync(HttpMethod.Get, path, content: null, [HttpStatusCode.NotFound], cancellationToken);
        return reply.StatusCode == HttpStatusCode.NotFound ? null : JsonNode.Parse(await reply.Content.ReadAsStringAsync(cancellationToken));
    }

    public async Task<HttpStatusCode> PostAsync(string path, JsonObject? body, IReadOnlyList<HttpStatusCode> accepted, CancellationToken cancellationToken)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var reply = await SendAsync(HttpMethod.Post, path, content, accepted, cancellationToken);
        return reply.StatusCode;
    }

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var reply = await SendAsync(HttpMethod.Delete, path, content: null, [HttpStatusCode.NotFound], cancellationToken);
    }

    public void Dispose() => client.Dispose();

    private static async Task<DeploymentException> FaultAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        using (reply)
        {
            var text = await reply.Content.ReadAsStringAsync(cancellationToken);
            return new DeploymentException(Failed.Execution($"The container engine answers {(int)reply.StatusCode}: {MessageOf(text).Cut(1_500)}"));
        }
    }

    private static string MessageOf(string text)
    {
        try
        {
            return (string?)JsonNode.Parse(text)?["message"] ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
