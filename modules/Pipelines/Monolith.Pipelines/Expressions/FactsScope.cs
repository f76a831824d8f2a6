using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Pipelines.Expressions;

/// <summary>What expressions of a trigger may name: <c>event</c>.</summary>
internal sealed class FactsScope(JsonElement facts) : ExpressionScope
{
    public override bool TryFind(ExpressionPath path, out JsonNode? value)
    {
        value = path.Root == "event" ? path.Walk(facts, 1) : null;
        return value is not null;
    }
}
