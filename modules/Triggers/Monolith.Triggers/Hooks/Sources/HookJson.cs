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
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new Problem(ErrorCodes.ValidationError, "Give a JSON object.", "body");
            return IsWhole(document.RootElement)
                ? document.RootElement.Clone()
                : new Problem(ErrorCodes.ValidationError, "A text holds half of a character (a lone \\ud800 to \\udfff). Leave it out.", "body");
        }
        catch (JsonException wrong)
        {
            return new Problem(ErrorCodes.ValidationError, $"The body is no JSON: line {(wrong.LineNumber ?? 0) + 1}. Let the webhook send application/json.", "body");
        }
    }

    /// <returns>False where an escape stands alone that is half of a character: reading such a text throws.</returns>
    private static bool IsWhole(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(property => property.Name is not null && IsWhole(property.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsWhole),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
