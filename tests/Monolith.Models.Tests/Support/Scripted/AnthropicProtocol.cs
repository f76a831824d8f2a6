using System.Text.Json;

namespace Monolith.Models.Tests.Support.Scripted;

internal sealed class AnthropicProtocol : IProtocol
{
    public string Path => "/v1/messages";

    public string ContentTypeOfStream => "text/event-stream";

    public string Whole(Reply.Say say) => JsonSerializer.Serialize(Message(say, Content(say), Reason(say)));

    public IEnumerable<string> Pieces(Reply.Say say)
    {
        yield return Event("message_start", new { type = "message_start", message = Message(say, [], null) });
        yield return Event("content_block_start", new { type = "content_block_start", index = 0, content_block = new { type = "text", text = "" } });
        foreach (var word in Words.Of(say.Text))
            yield return Event("content_block_delta", new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text = word } });
        yield return Event("content_block_stop", new { type = "content_block_stop", index = 0 });
        yield return Event("message_delta", new { type = "message_delta", delta = new { stop_reason = Reason(say), stop_sequence = (string?)null }, usage = new { output_tokens = say.OutputTokens } });
        yield return Event("message_stop", new { type = "message_stop" });
    }

    public string Error(Reply.Refuse refuse) => JsonSerializer.Serialize(new { type = "error", error = new { type = "scripted_error", message = refuse.Reason } });

    private static object Message(Reply.Say say, object[] content, string? reason) => new
    {
        id = "msg_1",
        type = "message",
        role = "assistant",
        model = "scripted",
        content,
        stop_reason = reason,
        stop_sequence = (string?)null,
        usage = new { input_tokens = say.InputTokens, output_tokens = reason is null ? 0 : say.OutputTokens },
    };

    private static object[] Content(Reply.Say say) => say.Tool is { } tool
        ? [new { type = "tool_use", id = "call_1", name = tool.Name, input = JsonElement.Parse(tool.Arguments) }]
        : [new { type = "text", text = say.Text }];

    private static string Reason(Reply.Say say) => say.Tool is not null ? "tool_use" : say.Truncated ? "max_tokens" : "end_turn";

    private static string Event(string name, object data) => $"event: {name}\ndata: {JsonSerializer.Serialize(data)}\n\n";
}
