using System.Text.Json.Nodes;
using Monolith.Agents.Registry.Shadowing;
using Monolith.Agents.Sdk;
using Monolith.Pipelines.Contracts.Replaying;

namespace Monolith.Agents.Tests.Registry.Shadowing;

public sealed class ShadowComparisonTests
{
    private static readonly RecordedOutcome Success = Attempts.Recorded.Outcome!;

    [Fact]
    public void Of_Success_ComparesOutputsAndMetricsByName()
    {
        var recorded = Success with { Metrics = new Dictionary<string, double> { ["same"] = 1, ["other"] = 2, ["gone"] = 3, ["took_ms"] = 4 } };
        var now = AgentResult.Success() with
        {
            Outputs = new JsonObject { ["a"] = 1.0, ["b"] = new JsonArray(1) },
            Metrics = new Dictionary<string, double> { ["same"] = 1, ["other"] = 2.5, ["took_ms"] = 40 },
        };

        var differences = ShadowComparison.Of(recorded, now);

        Assert.Equal(
            [("outputs.b", null, "[1]"), ("metrics.gone", "3", "null"), ("metrics.other", "2", "2.5")],
            differences.Select(difference => (difference.Field, difference.Recorded, difference.Now)));
    }

    [Fact]
    public void Of_OtherOutcome_IsTheOnlyDifference()
    {
        var failed = ShadowComparison.Of(Success, AgentResult.Failure(AgentErrorCodes.NetworkError, "No."));
        var asked = ShadowComparison.Of(Success, AgentResult.Ask(new AgentQuestion("why", AgentQuestionType.OpenText, "Why?")));

        Assert.Equal(("outcome", "success", "NETWORK_ERROR"), Assert.Single(failed) is var one ? (one.Field, one.Recorded, one.Now) : default);
        Assert.Equal("questions", Assert.Single(asked).Now);
    }

    [Fact]
    public void Of_StageThatAGateFailed_KnowsNoOutputs() =>
        Assert.Empty(ShadowComparison.Of(Success with { Outputs = null, TellsOutputs = false }, AgentResult.Success() with { Outputs = new JsonObject { ["a"] = 1 } }));
}
