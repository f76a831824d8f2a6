using System.Text.Json;
using Monolith.Kernel;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>Whole numbers of more than 64 bits, which the validator of schemas cannot compare with anything.</summary>
internal static class LargeNumbers
{
    public static IEnumerable<Problem> In(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Number when IsLarge(value) => [new Problem(ErrorCodes.TaskValidationFailed, $"Give a whole number from {long.MinValue} to {long.MaxValue}.", path)],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => In(property.Value, $"{path}.{property.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => In(item, $"{path}[{index}]")),
        _ => [],
    };

    private static bool IsLarge(JsonElement number) => !number.TryGetInt64(out _) && number.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0;
}
