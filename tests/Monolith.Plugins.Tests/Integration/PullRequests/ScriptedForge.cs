using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Monolith.Plugins.Tests.Integration.PullRequests;

/// <summary>A server on this machine that answers as GitHub and GitLab do, in the shapes of their documentation.</summary>
public sealed class ScriptedForge : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> calls = new();
    private readonly Dictionary<string, Queue<Answer>> answers = [];
    private WebServer? server;

    public string Url => server!.Url;

    /// <summary>Method, path and body of each call, in order.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    public ConcurrentQueue<string?> Tokens { get; } = new();

    public static async Task<ScriptedForge> StartAsync()
    {
        var forge = new ScriptedForge();
        forge.server = await WebServer.StartAsync(forge.AnswerAsync);
        return forge;
    }

    /// <summary>What comes for a call; the last answer stays.</summary>
    public ScriptedForge On(string call, string json, int status = 200, params (string Name, string Value)[] headers)
    {
        if (!answers.TryGetValue(call, out var queue))
        {
            answers[call] = queue = new Queue<Answer>();
        }

        queue.Enqueue(new Answer(status, json, headers));
        return this;
    }

    /// <summary>What comes from now on, whatever was said before.</summary>
    public ScriptedForge Now(string call, string json)
    {
        answers.Remove(call);
        return On(call, json);
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var call = $"{http.Request.Method} {path}";
        calls.Enqueue(body.Length == 0 ? call : $"{call} {JsonNode.Parse(body)!.ToJsonString()}");
        Tokens.Enqueue(http.Request.Headers.Authorization.FirstOrDefault() ?? http.Request.Headers["PRIVATE-TOKEN"].FirstOrDefault());
        if (!answers.TryGetValue(call, out var queue))
        {
            http.Response.StatusCode = 404;
            await http.Response.WriteAsync("""{ "message": "Not Found" }""");
            return;
        }

        var answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.WriteAsync(answer.Json);
    }

    private sealed record Answer(int Status, string Json, (string Name, string Value)[] Headers);
}
