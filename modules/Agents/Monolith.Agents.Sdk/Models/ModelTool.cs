using System.Text.Json;

namespace Monolith.Agents.Sdk;

/// <summary>Something a model may ask the agent to do. The agent does it and says in the next request what came of it.</summary>
/// <param name="Name">1 to 64 letters, digits, <c>_</c> and <c>-</c>; no two of a request have the same.</param>
/// <param name="Description">What it does and when to use it, for the model.</param>
/// <param name="ParametersSchema">A JSON Schema of an object, as text.</param>
public sealed record ModelTool(string Name, string Description, string ParametersSchema);

/// <summary>A model asks for a tool.</summary>
/// <param name="Id">Goes back with the result.</param>
/// <param name="Name">The tool's name, as the model gave it: it may be none of the request's.</param>
/// <param name="Arguments">A JSON object, as the model gave it: it may not fit the tool's schema.</param>
public sealed record ModelToolCall(string Id, string Name, JsonElement Arguments);
