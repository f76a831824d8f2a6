using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Triggers.Hooks.Sources;

/// <summary>Bodies that are a JSON object.</summary>
internal static class HookJson
{
    public static Result<JsonElement> Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : new Problem(ErrorCodes.ValidationError, "Give a JSON object.", "body");
        }
        catch (JsonException wrong)
        {
            return new Problem(ErrorCodes.ValidationError, $"The body is no JSON: line {(wrong.LineNumber ?? 0) + 1}. Let the webhook send application/json.", "body");
        }
    }
}
