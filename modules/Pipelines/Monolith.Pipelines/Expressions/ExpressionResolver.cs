using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Kernel;

namespace Monolith.Pipelines.Expressions;

/// <summary>
/// Puts values in the place of expressions. What is put in is data: an expression inside it is left as it stands.
/// </summary>
internal static class ExpressionResolver
{
    private const int MaxChars = 1 << 20;

    public static Result<JsonElement> Resolve(JsonElement parameters, ExpressionScope scope)
    {
        var work = new Work(scope);
        var resolved = work.Value(parameters, "parameters");
        if (work.Problems.Count > 0)
            return Result<JsonElement>.Failed(work.Problems);
        return JsonSerializer.SerializeToElement(resolved);
    }

    public static Result<IReadOnlyDictionary<string, string>> Resolve(IReadOnlyDictionary<string, string> environment, ExpressionScope scope)
    {
        var work = new Work(scope);
        var resolved = environment.ToDictionary(v => v.Key, v => work.Text(v.Value, $"environment.{v.Key}"));
        return work.Problems.Count > 0 ? Result<IReadOnlyDictionary<string, string>>.Failed(work.Problems) : resolved;
    }

    private sealed class Work(ExpressionScope scope)
    {
        private int chars;

        public List<Problem> Problems { get; } = [];

        public JsonNode? Value(JsonElement value, string path) => value.ValueKind switch
        {
            JsonValueKind.String => String(value.GetString()!, path),
            JsonValueKind.Object => new JsonObject(value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Value(p.Value, $"{path}.{p.Name}")))),
            JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select((item, i) => Value(item, $"{path}[{i}]"))]),
            JsonValueKind.Null => null,
            _ => JsonValue.Create(value),
        };

        public string Text(string text, string path) => String(text, path) is { } node ? AsText(node) : "";

        private JsonNode? String(string text, string path)
        {
            if (!ExpressionText.HasExpression(text))
                return JsonValue.Create(text);

            var template = ExpressionTemplate.Parse(text);
            if (template.Error is { } error)
                return Fail(path, error);
            if (template.IsWhole)
                return Bounded(Evaluate(template.Pieces[0], path), path);

            var joined = new StringBuilder();
            foreach (var piece in template.Pieces)
                joined.Append(piece.Choices.Count == 0 ? piece.Text : AsText(Evaluate(piece, path)));
            return Bounded(JsonValue.Create(joined.ToString()), path);
        }

        private JsonNode? Evaluate(ExpressionTemplate.Piece piece, string path)
        {
            foreach (var choice in piece.Choices)
            {
                if (choice.Path is null)
                    return choice.Literal?.DeepClone();
                if (scope.TryFind(choice.Path, out var value) && value is not null)
                    return value.DeepClone();
            }

            return Fail(path, $"The expression '{piece.Source}' has no value. Give it one, or a default after '??'.");
        }

        private JsonNode? Bounded(JsonNode? value, string path)
        {
            chars += value?.ToJsonString().Length ?? 0;
            return chars <= MaxChars ? value : Fail(path, $"The resolved parameters are larger than {MaxChars / 1024} KiB.");
        }

        private JsonNode? Fail(string path, string message)
        {
            Problems.Add(new Problem(ErrorCodes.TaskValidationFailed, message, path));
            return null;
        }

        private static string AsText(JsonNode? value) =>
            value is JsonValue plain && plain.TryGetValue<string>(out var text) ? text : value?.ToJsonString() ?? "";
    }
}
