using System.Text.Json;

namespace Monolith.Pipelines.Definitions.Model;

/// <summary>One input that a run may or must be given.</summary>
internal sealed record InputDefinition(InputType Type, bool Required, JsonElement? Default, string Description);

internal enum InputType
{
    String,
    Number,
    Boolean,
    Object,
    Array,
}
