using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Monolith.Plugins.Scaffold.Rendering;

/// <summary>A range such as <c>(1..9)</c>, of which Fluid makes a list before any of its own bounds hold.</summary>
internal sealed class BoundedRange(RangeExpression range) : Expression
{
    private const decimal MostValues = 10_000;

    /// <exception cref="InvalidOperationException">It has too many values.</exception>
    public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
    {
        var first = (await range.From.EvaluateAsync(context)).ToNumberValue();
        var last = (await range.To.EvaluateAsync(context)).ToNumberValue();
        return last - first < MostValues
            ? await range.EvaluateAsync(context)
            : throw new InvalidOperationException($"A range from {first} to {last} is too long: it may have {MostValues} values.");
    }
}

/// <summary>Puts bounds to every range of a template.</summary>
internal sealed class RangeBounds : AstRewriter
{
    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) => new BoundedRange(rangeExpression);
}
