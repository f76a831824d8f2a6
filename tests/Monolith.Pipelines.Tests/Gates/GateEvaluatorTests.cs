using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Gates;

namespace Monolith.Pipelines.Tests.Gates;

public sealed class GateEvaluatorTests
{
    [Theory]
    [InlineData("==", 80, true)]
    [InlineData("==", 79, false)]
    [InlineData("!=", 79, true)]
    [InlineData("!=", 80, false)]
    [InlineData("<", 79.9, true)]
    [InlineData("<", 80, false)]
    [InlineData("<=", 80, true)]
    [InlineData("<=", 80.1, false)]
    [InlineData(">", 80.1, true)]
    [InlineData(">", 80, false)]
    [InlineData(">=", 80, true)]
    [InlineData(">=", 79.9, false)]
    [InlineData("!=", double.NaN, false)]
    public void Evaluate_Operator_Compares(string operation, double actual, bool passes)
    {
        var gate = new QualityGate("g", "tests.coverage", GateOperators.Parse(operation)!.Value, 80, Blocking: true);

        var result = Assert.Single(GateEvaluator.Evaluate([gate], new Dictionary<string, double> { ["tests.coverage"] = actual }));

        Assert.Equal(passes, result.Passed);
    }

    [Fact]
    public void Evaluate_MetricMissing_FailsAndSaysSo()
    {
        var gate = new QualityGate("g", "line_coverage", GateOperator.GreaterOrEqual, 80, Blocking: true);

        var result = Assert.Single(GateEvaluator.Evaluate([gate], new Dictionary<string, double>()));

        Assert.False(result.Passed);
        Assert.Equal("line_coverage was not reported, wanted >= 80", result.Message);
    }
}
