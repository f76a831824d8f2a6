using System.Text.Json;
using Monolith.Agents.Sdk;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Monolith.Models.Asking;

/// <summary>
/// A JSON Schema that an answer is held against. It is told in words: the providers' own ways to demand a schema differ, refuse
/// many schemas, and are absent from most servers that speak their protocols.
/// </summary>
internal sealed class AnswerSchema
{
    private const int ToldAtOnce = 10;

    private readonly string text;
    private readonly JsonSchema schema;

    private AnswerSchema(string text, JsonSchema schema) => (this.text, this.schema) = (text, schema);

    public static AnswerSchema Read(string text) => new(text, Parse(text));

    /// <returns>What is wrong with the schema itself; null when nothing is.</returns>
    public static string? Fault(string text)
    {
        try
        {
            Parse(text);
            return null;
        }
        catch (Exception fault)
        {
            return $"it is no JSON Schema: {fault.Message}";
        }
    }

    public static string AskAgain(IEnumerable<string> faults) => $"""
        Your answer does not fit:
        {string.Join('\n', faults.Select(fault => $"- {fault}"))}
        Answer again with the whole JSON value, mended, and nothing else.
        """;

    public string Instruct(string? system) => $"""
        {(system is null ? "" : $"{system}\n\n")}Answer with one JSON value that fits this JSON Schema, and with nothing else:
        {text}
        """;

    /// <returns>The value, and each reason why it is none of use.</returns>
    public (JsonElement? Json, IReadOnlyList<string> Faults) Look(ModelAnswer answer)
    {
        var json = Bare(answer.Text);
        try
        {
            using var document = JsonDocument.Parse(json);
            var faults = schema.Validate(json).SelectMany(Leaves).Take(ToldAtOnce).Select(Describe).ToList();
            return (document.RootElement.Clone(), faults);
        }
        catch (JsonException fault)
        {
            return (null, [answer.Truncated ? "It breaks off at the longest answer that was asked for." : $"It is not JSON: {fault.Message}"]);
        }
        catch (Newtonsoft.Json.JsonException fault)
        {
            return (null, [$"It is not JSON: {fault.Message}"]);
        }
    }

    /// <summary>Models like to put a fence around JSON, whatever they are told.</summary>
    private static string Bare(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal) || !trimmed.EndsWith("```", StringComparison.Ordinal))
            return trimmed;
        var begin = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return begin < 0 || begin > trimmed.Length - 3 ? trimmed : trimmed[(begin + 1)..^3].Trim();
    }

    // A failed oneOf or anyOf says why in its children.
    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError child && child.Errors.Values.SelectMany(errors => errors).ToList() is { Count: > 0 } inner
            ? inner.Take(3).SelectMany(Leaves)
            : [error];

    private static string Describe(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => $"{error.Path}: '{error.Property}' is missing.",
        ValidationErrorKind.NotInEnumeration => $"{error.Path}: it is not one of {string.Join(", ", error.Schema.ActualSchema.Enumeration)}.",
        _ => $"{error.Path}: {error.Kind}.",
    };

    // FromJsonAsync is asynchronous for schemas that name files; it ends at once for those that name none.
    private static JsonSchema Parse(string text) => JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();
}
