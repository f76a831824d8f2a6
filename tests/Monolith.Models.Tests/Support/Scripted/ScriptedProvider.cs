using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Monolith.Models.Tests.Support.Scripted;

/// <summary>
/// A real web server on the loopback that speaks the protocols of Anthropic, OpenAI and Ollama, and does what its script says,
/// one line a request. When the script is at its end it says the last thing again.
/// </summary>
public sealed class ScriptedProvider : IAsyncDisposable
{
    private static readonly IProtocol[] Protocols = [new AnthropicProtocol(), new OpenAIProtocol(), new OllamaProtocol()];

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Reply> script = new();
    private readonly ConcurrentQueue<ScriptedRequest> requests = new();
    private Reply last = new Reply.Say("ok");

    private ScriptedProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        foreach (var protocol in Protocols)
            app.MapPost(protocol.Path, (HttpContext http) => AnswerAsync(http, protocol));
    }

    public string Address => app.Urls.Single();

    public IReadOnlyList<ScriptedRequest> Requests => [.. requests];

    public static async Task<ScriptedProvider> StartAsync(params Reply[] script)
    {
        var provider = new ScriptedProvider();
        provider.Then(script);
        await provider.app.StartAsync();
        return provider;
    }

    public void Then(params Reply[] more)
    {
        foreach (var reply in more)
            script.Enqueue(reply);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http, IProtocol protocol)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        requests.Enqueue(new ScriptedRequest(protocol.Path, body.RootElement.Clone(), http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())));
        if (script.TryDequeue(out var next))
            last = next;
        var streams = body.RootElement.TryGetProperty("stream", out var flag) && flag.ValueKind == JsonValueKind.True;
        await DoAsync(http, protocol, last is Reply.Answer answer ? new Reply.Say(answer.To(LastMessage(body.RootElement))) : last, streams);
    }

    private static string LastMessage(JsonElement body)
    {
        var content = body.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        return content.ValueKind == JsonValueKind.String ? content.GetString()! : content.EnumerateArray().Last().GetProperty("text").GetString()!;
    }

    private static Task DoAsync(HttpContext http, IProtocol protocol, Reply reply, bool streams) => reply switch
    {
        Reply.Say say when streams => StreamAsync(http, protocol, protocol.Pieces(say)),
        Reply.Say say => WriteAsync(http, protocol.Whole(say)),
        Reply.Refuse refuse => RefuseAsync(http, protocol, refuse),
        Reply.Nonsense nonsense => WriteAsync(http, nonsense.Body),
        Reply.CutOff => CutAsync(http, protocol, streams),
        Reply.Drip drip => DripAsync(http, drip),
        _ => throw new InvalidOperationException($"There is no such reply: {reply}"),
    };

    private static Task WriteAsync(HttpContext http, string body)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }

    private static async Task StreamAsync(HttpContext http, IProtocol protocol, IEnumerable<string> pieces)
    {
        http.Response.ContentType = protocol.ContentTypeOfStream;
        foreach (var piece in pieces)
        {
            await http.Response.WriteAsync(piece);
            await http.Response.Body.FlushAsync();
        }
    }

    private static Task RefuseAsync(HttpContext http, IProtocol protocol, Reply.Refuse refuse)
    {
        http.Response.StatusCode = refuse.Status;
        if (refuse.RetryAfter is not null)
            http.Response.Headers.RetryAfter = refuse.RetryAfter;
        return WriteAsync(http, protocol.Error(refuse));
    }

    private static async Task CutAsync(HttpContext http, IProtocol protocol, bool streams)
    {
        var say = new Reply.Say("This answer breaks off");
        if (streams)
            await StreamAsync(http, protocol, protocol.Pieces(say).Take(3));
        else
            await WriteAsync(http, protocol.Whole(say)[..20]);
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    private static async Task DripAsync(HttpContext http, Reply.Drip drip)
    {
        await WriteAsync(http, "{");
        await http.Response.Body.FlushAsync();
        drip.Dripping();
        var gone = new TaskCompletionSource();
        await using var hears = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}

/// <summary>What a provider was asked.</summary>
public sealed record ScriptedRequest(string Path, JsonElement Body, IReadOnlyDictionary<string, string> Headers);
