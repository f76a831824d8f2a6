using Monolith.Kernel;
using Monolith.Pipelines.Engine.People;

namespace Monolith.Pipelines.Tests.Engine.People;

public sealed class ResolvedNumberTests
{
    [Theory]
    [InlineData("0.85", 0.85)]
    [InlineData("1", 1.0)]
    [InlineData("", null)]
    public void Confidence_Right_IsTaken(string text, double? confidence) => Assert.Equal(confidence, ResolvedNumber.Confidence(text, "x").Value);

    [Theory]
    [InlineData("85")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("high")]
    public void Confidence_Wrong_IsRefusedAndNotTakenForSure(string text)
    {
        var problem = Assert.Single(ResolvedNumber.Confidence(text, "decision.confidence").Problems);

        Assert.Equal((ErrorCodes.TaskValidationFailed, "decision.confidence"), (problem.Code, problem.Path));
        Assert.Contains($"'{text}'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1200.50", true)]
    [InlineData("about 2000", false)]
    [InlineData("Infinity", false)]
    public void Amount_Text_IsANumberOrRefused(string text, bool right) => Assert.Equal(right, ResolvedNumber.Amount(text, "x").IsSuccess);
}
