using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Expressions;

namespace Monolith.Pipelines.Tests.Expressions;

public sealed class ExpressionResolverTests
{
    [Theory]
    [InlineData("${{ inputs.text }}", "\"hello\"")]
    [InlineData("${{ inputs.number }}", "5")]
    [InlineData("${{inputs.list}}", "[1,2]")]
    [InlineData("${{ inputs.list[1] }}", "2")]
    [InlineData("n=${{ inputs.number }}, l=${{ inputs.list }}", "\"n=5, l=[1,2]\"")]
    [InlineData("${{ inputs.none ?? 'it''s' }}", "\"it's\"")]
    [InlineData("${{ inputs.none ?? inputs.number ?? 7 }}", "5")]
    [InlineData("${{ inputs.none ?? -1.5 }}", "-1.5")]
    [InlineData("${{ inputs.none ?? true }}", "true")]
    [InlineData("a $${{ inputs.text }} b", "\"a ${{ inputs.text }} b\"")]
    [InlineData("${{ '}}' }}", "\"}}\"")]
    [InlineData("${{ inputs.sly }}", "\"${{ inputs.text }}\"")]
    [InlineData("plain", "\"plain\"")]
    public void Resolve_Text_GivesValue(string text, string expected)
    {
        var resolved = ExpressionResolver.Resolve(Parameters(text), new Scope());

        Assert.True(resolved.IsSuccess, string.Join("; ", resolved.Problems));
        Assert.Equal(expected, JsonNode.Parse(resolved.Value.GetProperty("x").GetRawText())!.ToJsonString(Relaxed));
    }

    [Fact]
    public void Resolve_NoValue_NamesExpressionAndPlace()
    {
        var problem = Assert.Single(ExpressionResolver.Resolve(Parameters("${{ inputs.none }}"), new Scope()).Problems);

        Assert.Equal("parameters.x", problem.Path);
        Assert.Contains("inputs.none", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_TooLarge_IsRefused()
    {
        var text = string.Concat(Enumerable.Repeat("${{ inputs.large }}", 20));

        Assert.False(ExpressionResolver.Resolve(Parameters(text), new Scope()).IsSuccess);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonElement Parameters(string text) => JsonSerializer.SerializeToElement(new JsonObject { ["x"] = text });

    private sealed class Scope : ExpressionScope
    {
        public override bool TryFind(ExpressionPath path, out JsonNode? value)
        {
            value = path.From(1) switch
            {
                "text" => "hello",
                "number" => 5,
                "list" => new JsonArray(1, 2),
                "list.1" => 2,
                "sly" => "${{ inputs.text }}",
                "large" => new string('x', 100_000),
                _ => null,
            };
            return value is not null;
        }
    }
}
