using System.Text.Json;

namespace Monolith.Agents.Contracts;

/// <summary>One action of an agent.</summary>
/// <param name="Name">Unique in its agent.</param>
/// <param name="Description">One sentence.</param>
/// <param name="ParametersSchema">The JSON Schema of its parameters.</param>
public sealed record ActionListing(string Name, string Description, JsonElement ParametersSchema);
