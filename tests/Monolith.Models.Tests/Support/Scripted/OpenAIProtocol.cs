using System.Text.Json;

namespace Monolith.Models.Tests.Support.Scripted;

internal sealed class OpenAIProtocol : IProtocol
{
    public string Path => "/v1/chat/completions";

    public string ContentTypeOfStream => "text/event-stream";

    public string Whole(Reply.Say say) => JsonSerializer.Serialize(new
    {
        id = "chat_1",
        @object = "chat.completion",
        created = 1,
        model = "scripted",
        choices = new[] { new { index = 0, message = Message(say), finish_reason = Reason(say) } },
        usage = Usage(say),
    });

    public IEnumerable<string> Pieces(Reply.Say say)
    {
        foreach (var word in Words.Of(say.Text))
            yield return Chunk(new object[] { new { index = 0, delta = new { role = "assistant", content = word } } }, null);
        yield return Chunk(new object[] { new { index = 0, delta = new { }, finish_reason = Reason(say) } }, null);
        yield return Chunk([], Usage(say));
        yield return "data: [DONE]\n\n";
    }

    public string Error(Reply.Refuse refuse) => JsonSerializer.Serialize(new { error = new { message = refuse.Reason, type = "scripted_error" } });

    private static object Usage(Reply.Say say) =>
        new { prompt_tokens = say.InputTokens, completion_tokens = say.OutputTokens, total_tokens = say.InputTokens + say.OutputTokens };

    private static object Message(Reply.Say say) => say.Tool is { } tool
        ? new { role = "assistant", content = (string?)null, tool_calls = new[] { new { id = "call_1", type = "function", function = new { name = tool.Name, arguments = tool.Arguments } } } }
        : new { role = "assistant", content = say.Text };

    private static string Reason(Reply.Say say) => say.Tool is not null ? "tool_calls" : say.Truncated ? "length" : "stop";

    private static string Chunk(object[] choices, object? usage) =>
        $"data: {JsonSerializer.Serialize(new { id = "chat_1", @object = "chat.completion.chunk", created = 1, model = "scripted", choices, usage })}\n\n";
}
