using System.Text.Json;

namespace Monolith.Models.Tests.Support.Scripted;

internal sealed class OllamaProtocol : IProtocol
{
    public string Path => "/api/chat";

    public string ContentTypeOfStream => "application/x-ndjson";

    public string Whole(Reply.Say say) => Last(say, say.Text);

    public IEnumerable<string> Pieces(Reply.Say say)
    {
        foreach (var word in Words.Of(say.Text))
            yield return JsonSerializer.Serialize(new { model = "scripted", created_at = Created, message = new { role = "assistant", content = word }, done = false }) + "\n";
        yield return Last(say, "") + "\n";
    }

    public string Error(Reply.Refuse refuse) => JsonSerializer.Serialize(new { error = refuse.Reason });

    private const string Created = "2026-01-01T00:00:00Z";

    private static string Last(Reply.Say say, string text) => JsonSerializer.Serialize(new
    {
        model = "scripted",
        created_at = Created,
        message = say.Tool is { } tool
            ? (object)new { role = "assistant", content = "", tool_calls = new[] { new { function = new { name = tool.Name, arguments = JsonElement.Parse(tool.Arguments) } } } }
            : new { role = "assistant", content = text },
        done = true,
        done_reason = say.Truncated ? "length" : "stop",
        prompt_eval_count = say.InputTokens,
        eval_count = say.OutputTokens,
    });
}
