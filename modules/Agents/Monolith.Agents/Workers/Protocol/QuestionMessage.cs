using System.Text.Json;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>A question to a language model.</summary>
internal static class QuestionMessage
{
    public static void Write(Utf8JsonWriter json, ModelRequest request)
    {
        json.WriteStartObject("question");
        json.WriteStartArray("messages");
        foreach (var message in request.Messages)
            Write(json, message);
        json.WriteEndArray();
        if (request.System is { } system)
            json.WriteString("system", system);
        if (request.Schema is { } schema)
            json.WriteString("schema", schema);
        json.WriteStartArray("tools");
        foreach (var tool in request.Tools)
        {
            json.WriteStartObject();
            json.WriteString("name", tool.Name);
            json.WriteString("description", tool.Description);
            json.WriteString("parametersSchema", tool.ParametersSchema);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("maxTokens", request.MaxTokens);
        if (request.Purpose is { } purpose)
            json.WriteString("purpose", purpose);
        json.WriteBoolean("pieces", request.OnText is not null);
        json.WriteEndObject();
    }

    /// <param name="request">With a <c>question</c>.</param>
    /// <param name="onText">Hears the answer piece by piece, if the agent wants that.</param>
    public static ModelRequest Read(JsonElement request, Action<string> onText)
    {
        var question = Wire.Find(request, "question") ?? throw new WireException("sent no 'question'");
        return new ModelRequest([.. Wire.Items(question, "messages").Select(Message)])
        {
            System = Wire.OptionalText(question, "system"),
            Schema = Wire.Find(question, "schema") switch
            {
                null => null,
                { ValueKind: JsonValueKind.String } text => text.GetString(),
                { } schema => schema.GetRawText(),
            },
            Tools = [.. Wire.Items(question, "tools").Select(tool => new ModelTool(
                Wire.Text(tool, "name"), Wire.Text(tool, "description"), Wire.Text(tool, "parametersSchema")))],
            MaxTokens = Wire.Find(question, "maxTokens") is null ? 4096 : (int)Wire.Number(question, "maxTokens"),
            Purpose = Wire.OptionalText(question, "purpose"),
            OnText = Wire.Flag(question, "pieces") ? onText : null,
        };
    }

    private static void Write(Utf8JsonWriter json, ModelMessage message)
    {
        json.WriteStartObject();
        json.WriteString("role", message.Role.ToString());
        json.WriteString("text", message.Text);
        ToolCallMessage.Write(json, message.ToolCalls);
        if (message.ToolCallId is { } id)
            json.WriteString("toolCallId", id);
        json.WriteEndObject();
    }

    private static ModelMessage Message(JsonElement message) => new(Role(Wire.Text(message, "role")), Wire.Text(message, "text"))
    {
        ToolCalls = ToolCallMessage.Read(message),
        ToolCallId = Wire.OptionalText(message, "toolCallId"),
    };

    private static ModelRole Role(string name) => name.ToLowerInvariant() switch
    {
        "user" => ModelRole.User,
        "assistant" => ModelRole.Assistant,
        "tool" => ModelRole.Tool,
        _ => throw new WireException($"sent a message of the role '{name}'; there are user, assistant and tool"),
    };
}
