using System.Text.Json;
using ModelContextProtocol.Protocol;
using Monolith.Mcp.Forwarding;

namespace Monolith.Mcp.Tools;

/// <summary>What the API answered, as a tool's result: JSON as it came; a problem as an error with its code, what is wrong and how to mend it.</summary>
internal static class ToolAnswer
{
    private static readonly string[] Telling = ["code", "title", "detail", "hint"];

    public static Task<CallToolResult> AnswerAsync(this ApiCaller api, ApiRequest request, CancellationToken cancellationToken) =>
        api.SendAsync(request, async (status, body) => Of(status, await TextAsync(body, cancellationToken)), cancellationToken);

    public static CallToolResult Of(int status, string text) => status < 400 ? Text(text) : Error(text, status);

    public static CallToolResult Text(string text) => new() { Content = [new TextContentBlock { Text = text }] };

    public static async Task<string> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static CallToolResult Error(string text, int status)
    {
        var result = Text(Described(text) ?? $"The host answered {status}.");
        result.IsError = true;
        return result;
    }

    private static string? Described(string text)
    {
        try
        {
            using var problem = JsonDocument.Parse(text);
            var parts = Telling.Select(name => Member(problem.RootElement, name)).OfType<string>();
            return $"{string.Join(": ", parts)}\n{text}";
        }
        catch (JsonException)
        {
            return text.Length > 0 ? text : null;
        }
    }

    private static string? Member(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
