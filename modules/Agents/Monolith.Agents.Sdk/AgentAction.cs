namespace Monolith.Agents.Sdk;

/// <summary>One thing an agent can do.</summary>
/// <param name="Name">Lower-case letters, digits, hyphens and underscores; unique in its agent.</param>
/// <param name="Description">One sentence for a person.</param>
/// <param name="ParametersSchema">
/// A JSON Schema (text) of the object a stage gives as <c>parameters</c>. A definition is refused when its parameters do
/// not fit; values that hold expressions are checked when the stage starts.
/// </param>
public sealed record AgentAction(string Name, string Description, string ParametersSchema);
