using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Fuzzing.Tests.Running;
using Monolith.Pipelines.Expressions;

namespace Monolith.Fuzzing.Tests.Definitions;

public sealed class ExpressionFuzzTests
{
    private static readonly string[] Good =
    [
        "make ${{ inputs.who }} and ${{ stages.build.outputs.files[0] ?? 'no file' }}", "${{ inputs.count ?? 5 }}", "$${{ inputs.who }} ${{ 'it''s' }}",
        "${{ stages.build.metrics.line_coverage ?? inputs.x.y.z ?? -1.5 ?? true ?? null ?? 'end' }}",
    ];

    [Fact]
    public void Resolve_AnyText_IsAValueOrRefusedWithReasons() => Fuzz.Run("expression", [.. Good.Select(Encoding.UTF8.GetBytes)], mutant =>
    {
        var resolved = ExpressionResolver.Resolve(JsonSerializer.SerializeToElement(new { text = mutant.Text }), new Everything());
        if (resolved.IsSuccess)
            Assert.Equal(JsonValueKind.Object, resolved.Value.ValueKind);
        else
            Assert.All(resolved.Problems, problem => Assert.StartsWith("parameters.text", problem.Path, StringComparison.Ordinal));
        return resolved.IsSuccess;
    });

    private sealed class Everything : ExpressionScope
    {
        public override bool TryFind(ExpressionPath path, out JsonNode? value)
        {
            value = path.Root switch
            {
                // An expression in a value stays what it is.
                "inputs" => JsonValue.Create("${{ stages.build.outputs.secret }}"),
                "stages" => new JsonArray(path.From(1), path.Segments.Count),
                _ => null,
            };
            return value is not null;
        }
    }
}
