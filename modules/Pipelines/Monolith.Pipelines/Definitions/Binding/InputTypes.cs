using System.Text.Json;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions.Binding;

internal static class InputTypes
{
    public static bool Fits(InputType type, JsonElement value) => type switch
    {
        InputType.String => value.ValueKind == JsonValueKind.String,
        InputType.Number => value.ValueKind == JsonValueKind.Number,
        InputType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        InputType.Object => value.ValueKind == JsonValueKind.Object,
        _ => value.ValueKind == JsonValueKind.Array,
    };
}
