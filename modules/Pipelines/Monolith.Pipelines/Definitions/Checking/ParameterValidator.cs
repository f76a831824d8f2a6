using System.Collections.Concurrent;
using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Expressions;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>Holds parameters against the JSON Schema of an agent's action. Schemas are compiled once per plugin version.</summary>
internal sealed class ParameterValidator(IAgentCatalog agents)
{
    private const int KeptAtHand = 500;

    private readonly ConcurrentDictionary<(string ContentHash, string Agent, string Action), JsonSchema> schemas = new();

    private const string Root = "parameters";

    /// <summary>Parameters as the agent gets them.</summary>
    public IReadOnlyList<Problem> Validate(string agent, string action, JsonElement parameters, string? contentHash = null) =>
        [.. Errors(agent, action, parameters, contentHash).Select(error => error.Problem)];

    /// <summary>Parameters with what expressions brought: a secret, which is not there yet, is judged when the agent gets it.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="action">Its action.</param>
    /// <param name="resolved">The parameters.</param>
    /// <param name="written">The same as the definition has them.</param>
    /// <param name="contentHash">The version of the agent; null for the one that serves.</param>
    public IReadOnlyList<Problem> ValidateResolved(string agent, string action, JsonElement resolved, JsonElement written, string? contentHash = null) =>
        Except(SecretReference.Places(written, Root), agent, action, resolved, contentHash);

    /// <summary>Parameters as they are written: a value that holds an expression, or is a secret's, is judged when the stage begins.</summary>
    public IReadOnlyList<Problem> ValidateTemplate(string agent, string action, JsonElement parameters) =>
        Except(ExpressionText.Places(parameters, Root).Concat(SecretReference.Places(parameters, Root)), agent, action, parameters, contentHash: null);

    private Problem[] Except(IEnumerable<string> places, string agent, string action, JsonElement parameters, string? contentHash)
    {
        var open = places.ToHashSet();
        return [.. Errors(agent, action, parameters, contentHash)
            .Where(error => !open.Contains(error.Problem.Path!))
            .Select(error => error.Problem)];
    }

    private IEnumerable<(Problem Problem, ValidationErrorKind Kind)> Errors(string agent, string action, JsonElement parameters, string? contentHash)
    {
        if (SchemaOf(agent, action, contentHash) is not { } schema)
            return [];
        if (LargeNumbers.In(parameters, Root).ToList() is { Count: > 0 } large)
            return large.Select(problem => (problem, ValidationErrorKind.NumberTooBig));
        return schema.Validate(parameters.GetRawText()).SelectMany(Flatten).Select(error => (Problem(error), error.Kind));
    }

    // A failed oneOf or anyOf says why in its children; the leaves are what a person can mend.
    private static IEnumerable<ValidationError> Flatten(ValidationError error) =>
        error is ChildSchemaValidationError child && child.Errors.Values.SelectMany(errors => errors).ToList() is { Count: > 0 } inner
            ? inner.Take(3).SelectMany(Flatten)
            : [error];

    private static Problem Problem(ValidationError error)
    {
        var place = error.Path is null ? "" : error.Path.TrimStart('#').TrimStart('/').Replace('/', '.').Replace(".[", "[", StringComparison.Ordinal);
        var path = place.Length == 0 ? "parameters" : place.StartsWith('[') ? $"parameters{place}" : $"parameters.{place}";
        return new Problem(ErrorCodes.TaskValidationFailed, Message(error), path);
    }

    private static string Message(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => $"'{error.Property}' is missing.",
        ValidationErrorKind.NoAdditionalPropertiesAllowed =>
            $"There is no such parameter; there are {string.Join(", ", error.Schema.Properties.Keys)}.",
        ValidationErrorKind.StringExpected => "Give text.",
        ValidationErrorKind.NumberExpected => "Give a number.",
        ValidationErrorKind.IntegerExpected => "Give a whole number.",
        ValidationErrorKind.BooleanExpected => "Give true or false.",
        ValidationErrorKind.ArrayExpected => "Give a list.",
        ValidationErrorKind.ObjectExpected => "Give an object.",
        ValidationErrorKind.NotInEnumeration => $"Give one of {string.Join(", ", error.Schema.ActualSchema.Enumeration)}.",
        ValidationErrorKind.PatternMismatch => $"It does not fit the pattern {error.Schema.ActualSchema.Pattern}.",
        _ => $"It does not fit the action's schema ({error.Kind}).",
    };

    private JsonSchema? SchemaOf(string agent, string action, string? contentHash)
    {
        if (agents.Find(agent, contentHash) is not { } listing || listing.Actions.FirstOrDefault(a => a.Name == action) is not { } found)
            return null;
        if (schemas.Count >= KeptAtHand)
            schemas.Clear();
        return schemas.GetOrAdd((listing.ContentHash, agent, action), _ => Compile(found.ParametersSchema.GetRawText()));
    }

    // FromJsonAsync is asynchronous for schemas that name files; ours name none, so it ends at once.
    private static JsonSchema Compile(string schema) => JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
}
