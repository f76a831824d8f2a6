using System.Text.Json;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Definitions;

/// <summary>Found by fuzzing: the validator of schemas threw.</summary>
public sealed class LargeNumberTests
{
    [Theory]
    [InlineData("29223372036854775808", true)]
    [InlineData("-9223372036854775809", true)]
    [InlineData("9223372036854775807", false)]
    [InlineData("1e30", false)]
    public void Validate_WholeNumberBeyond64Bits_IsNamed(string number, bool isLarge)
    {
        using var parameters = JsonDocument.Parse($$"""{ "command": "x", "count": {{number}}, "list": [{{number}}] }""");

        var problems = new ParameterValidator(new StandInAgents()).Validate("tool", "run", parameters.RootElement);

        Assert.Equal(isLarge ? ["parameters.count", "parameters.list[0]"] : [], problems.Where(problem => problem.Message.StartsWith("Give a whole number from", StringComparison.Ordinal)).Select(problem => problem.Path!));
    }
}
