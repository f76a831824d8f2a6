using System.Text.Json.Nodes;

namespace Monolith.Pipelines.Expressions;

/// <summary>What expressions may name. Secrets are not among it.</summary>
internal abstract class ExpressionScope
{
    /// <returns>Whether the path has a value; JSON null counts as none.</returns>
    public abstract bool TryFind(ExpressionPath path, out JsonNode? value);
}
