using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Expressions;

/// <summary>A run's inputs against what its definition asks for.</summary>
internal static class InputBinder
{
    /// <returns>An object with defaults filled in, or everything that is wrong.</returns>
    public static Result<JsonElement> Bind(PipelineDefinition definition, JsonElement? given)
    {
        var problems = new List<Problem>();
        var bound = new JsonObject();
        if (given is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) })
            problems.Add(Wrong("inputs", "Give an object here."));
        var values = given is { ValueKind: JsonValueKind.Object } ? given.Value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : [];

        foreach (var name in values.Keys.Where(name => !definition.Inputs.ContainsKey(name)))
            problems.Add(Wrong($"inputs.{name}", $"The pipeline has no such input.{Spelling.DidYouMean(name, definition.Inputs.Keys)}"));
        foreach (var (name, input) in definition.Inputs)
        {
            if (values.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null)
                Take(name, input, value);
            else if (input.Default is { } usual)
                bound[name] = JsonNode.Parse(usual.GetRawText());
            else if (input.Required)
                problems.Add(Wrong($"inputs.{name}", $"It is missing. Give {Article(input.Type)}."));
        }

        return problems.Count > 0 ? Result<JsonElement>.Failed(problems) : JsonSerializer.SerializeToElement(bound);

        void Take(string name, InputDefinition input, JsonElement value)
        {
            if (InputTypes.Fits(input.Type, value))
                bound[name] = JsonNode.Parse(value.GetRawText());
            else
                problems.Add(Wrong($"inputs.{name}", $"Give {Article(input.Type)}{(input.Type == InputType.String ? ", in quotes where it looks like a number, a list, true or false" : "")}."));
        }
    }

    private static string Article(InputType type) => type switch
    {
        InputType.String => "text",
        InputType.Number => "a number",
        InputType.Boolean => "true or false",
        InputType.Object => "an object",
        _ => "a list",
    };

    private static Problem Wrong(string path, string message) => new(ErrorCodes.ValidationError, message, path);
}
