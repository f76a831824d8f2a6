using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Host.Startup;

namespace Monolith.Host.Runs;

/// <summary>This process's own REST API, as any client would use it.</summary>
/// <param name="address">Where it listens.</param>
/// <param name="key">What it lets this process in by; null where nobody signs in.</param>
internal sealed class HostApi(string address, string? key) : IDisposable
{
    private readonly HttpClient http = new()
    {
        BaseAddress = new Uri(address),
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>Starts a run of a definition.</summary>
    /// <exception cref="StartRefusedException">It is refused; a line for each reason.</exception>
    public Task<JsonDocument> StartAsync(byte[] definition, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "/api/v1/runs", DefinitionOf(definition), cancellationToken);

    /// <summary>Stores a definition under its name, and starts a run of it with inputs.</summary>
    /// <exception cref="StartRefusedException">Either is refused; a line for each reason.</exception>
    public async Task<JsonDocument> StartAsync(byte[] definition, JsonObject inputs, CancellationToken cancellationToken)
    {
        using var valid = await SendAsync(HttpMethod.Post, "/api/v1/pipelines/validate", DefinitionOf(definition), cancellationToken);
        var name = valid.RootElement.GetProperty("name").GetString()!;
        using var stored = await SendAsync(HttpMethod.Put, $"/api/v1/pipelines/{name}", DefinitionOf(definition), cancellationToken);
        var request = new JsonObject { ["pipeline"] = name, ["inputs"] = inputs };
        return await SendAsync(HttpMethod.Post, "/api/v1/runs", JsonContent.Create(request), cancellationToken);
    }

    public async Task<JsonDocument> GetAsync(string path, CancellationToken cancellationToken) =>
        JsonDocument.Parse(await http.GetStringAsync(path, cancellationToken));

    /// <returns>The run's events as they come, and at last <c>end</c>, or <c>closing</c> when the host stops.</returns>
    public async IAsyncEnumerable<SseItem<string>> EventsAsync(Guid run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/events");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
            yield return item;
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonDocument> SendAsync(HttpMethod method, string path, HttpContent body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        using var answer = await http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text) : throw new StartRefusedException([.. Reasons(text)]);
    }

    private static IEnumerable<string> Reasons(string problem)
    {
        using var document = JsonDocument.Parse(problem);
        foreach (var error in document.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.Clone()))
        {
            var message = error.GetProperty("message").GetString();
            yield return error.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String ? $"{path.GetString()}: {message}" : message!;
        }
    }

    // Braces first make it JSON; YAML would take that too, but say other things of its mistakes.
    private static ByteArrayContent DefinitionOf(byte[] definition)
    {
        var isJson = definition.FirstOrDefault(b => !char.IsWhiteSpace((char)b)) == '{';
        var content = new ByteArrayContent(definition);
        content.Headers.ContentType = new MediaTypeHeaderValue(isJson ? "application/json" : "application/yaml");
        return content;
    }
}
