using System.Text.Json.Nodes;
using Monolith.Agents.Invocation;
using Monolith.Agents.Masking;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Invocation;

public sealed class ResultBoundaryTests
{
    [Fact]
    public void Accept_Outputs_AreCopiedAndNotShared()
    {
        var outputs = new JsonObject { ["a"] = new JsonArray(1, 2.5, true, null, "x"), ["b"] = new JsonObject { ["c"] = "d" } };

        var accepted = Accept(AgentResult.Success() with { Outputs = outputs });

        Assert.NotSame(outputs, accepted.Outputs);
        Assert.Equal("""{"a":[1,2.5,true,null,"x"],"b":{"c":"d"}}""", accepted.Outputs.ToJsonString());
    }

    [Theory]
    [InlineData("NETWORK_ERROR", "NETWORK_ERROR")]
    [InlineData("MY_OWN", "TASK_EXECUTION_FAILED")]
    public void Accept_RetryLater_KeepsTheWait(string code, string kept)
    {
        var error = Accept(AgentResult.RetryLater(code, "too many requests", TimeSpan.FromSeconds(7))).Error!;

        Assert.Equal((kept, true, TimeSpan.FromSeconds(7)), (error.Code, error.Retryable, error.RetryAfter));
    }

    [Fact]
    public void Accept_OutputsOf256KiB_AreTaken()
    {
        var outputs = new JsonObject { ["a"] = new string('x', 256 * 1024 - 8) };

        Assert.Null(Accept(AgentResult.Success() with { Outputs = outputs }).Error);
    }

    [Fact]
    public void Accept_OutputsOfMoreThan256KiB_BreakTheContractAndKeepMetrics()
    {
        var outputs = new JsonObject { ["a"] = new string('x', 256 * 1024 - 7) };

        var accepted = Accept(AgentResult.Success() with { Outputs = outputs, Metrics = new Dictionary<string, double> { ["m"] = 1 } });

        Assert.Equal("CONTRACT_VALIDATION_FAILED", accepted.Error!.Code);
        Assert.Contains("256 KiB", accepted.Error.Message, StringComparison.Ordinal);
        Assert.Empty(accepted.Outputs);
        Assert.Equal(1, accepted.Metrics["m"]);
    }

    [Fact]
    public void Accept_OutputsThatAreNoJson_BreakTheContract()
    {
        var outputs = new JsonObject { ["a"] = JsonValue.Create(double.NaN) };

        Assert.Equal("CONTRACT_VALIDATION_FAILED", Accept(AgentResult.Success() with { Outputs = outputs }).Error!.Code);
    }

    [Fact]
    public void Accept_OutputsNestedTooDeep_BreakTheContract()
    {
        JsonNode node = "x";
        for (var depth = 0; depth < 200; depth++)
            node = new JsonObject { ["a"] = node };

        Assert.Equal("CONTRACT_VALIDATION_FAILED", Accept(AgentResult.Success() with { Outputs = (JsonObject)node }).Error!.Code);
    }

    [Fact]
    public void Accept_NullMembers_AreEmptyOnes()
    {
        var accepted = Accept(AgentResult.Success() with { Outputs = null!, Metrics = null!, Artifacts = null! });

        Assert.Null(accepted.Error);
        Assert.Empty(accepted.Outputs);
        Assert.Empty(accepted.Metrics);
        Assert.Empty(accepted.Artifacts);
    }

    [Fact]
    public void Accept_MetricsThatAreNoNumbers_AreDropped()
    {
        var metrics = new Dictionary<string, double>
        {
            ["a"] = 1,
            ["b"] = double.NaN,
            ["c"] = double.PositiveInfinity,
            ["d"] = double.NegativeInfinity,
        };

        Assert.Equal(["a"], Accept(AgentResult.Success() with { Metrics = metrics }).Metrics.Keys);
    }

    [Fact]
    public void Accept_Artifacts_AreCopied()
    {
        AgentArtifact[] artifacts = [new("report", "out/report.html", "report")];

        var accepted = Accept(AgentResult.Success() with { Artifacts = artifacts });

        Assert.Equal(artifacts, accepted.Artifacts);
        Assert.NotSame(artifacts[0], accepted.Artifacts[0]);
    }

    [Theory]
    [InlineData("hush-hush", "a.txt", "file")]
    [InlineData("a", "out/hush-hush.txt", "file")]
    [InlineData("a", "a.txt", "hush-hush")]
    public void Accept_ArtifactThatHoldsASecret_BreaksTheContract(string name, string path, string type)
    {
        var mask = SecretMask.For(new Dictionary<string, string> { ["token"] = "hush-hush" });

        var accepted = ResultBoundary.Accept(AgentResult.Success() with { Artifacts = [new(name, path, type)] }, mask);

        Assert.Equal("CONTRACT_VALIDATION_FAILED", accepted.Error!.Code);
        Assert.DoesNotContain("hush-hush", accepted.Error.Message, StringComparison.Ordinal);
        Assert.Empty(accepted.Artifacts);
    }

    [Fact]
    public void Accept_ArtifactWithoutPath_BreaksTheContract() =>
        Assert.Equal("CONTRACT_VALIDATION_FAILED", Accept(AgentResult.Success() with { Artifacts = [new("a", null!)] }).Error!.Code);

    [Fact]
    public void Accept_Failure_KeepsMetricsAndArtifactsAndDropsOutputs()
    {
        var failure = AgentResult.Failure("TASK_EXECUTION_FAILED", "2 tests failed.", retryable: true) with
        {
            Outputs = new JsonObject { ["a"] = 1 },
            Metrics = new Dictionary<string, double> { ["tests.failed"] = 2 },
            Artifacts = [new("log", "test.log")],
        };

        var accepted = Accept(failure);

        Assert.Equal(failure.Error, accepted.Error);
        Assert.Empty(accepted.Outputs);
        Assert.Equal(2, accepted.Metrics["tests.failed"]);
        Assert.Single(accepted.Artifacts);
    }

    [Theory]
    [InlineData("MY_OWN_CODE", "MY_OWN_CODE: Broken.")]
    [InlineData(null, ": Broken.")]
    public void Accept_UnknownCode_IsAnExecutionFailureThatNamesIt(string? code, string message)
    {
        var accepted = Accept(AgentResult.Failure(code!, "Broken."));

        Assert.Equal(new AgentError("TASK_EXECUTION_FAILED", message, false), accepted.Error);
    }

    [Fact]
    public void Accept_TextThatStoresRefuse_IsReplaced()
    {
        var outputs = new JsonObject { ["a"] = "x\0y" };

        Assert.Equal("x\uFFFDy", (string?)Accept(AgentResult.Success() with { Outputs = outputs }).Outputs["a"]);
        Assert.Equal("x\uFFFDy\uFFFD", Accept(AgentResult.Failure("TASK_EXECUTION_FAILED", "x\0y\uD800")).Error!.Message);
    }

    [Fact]
    public void Accept_SecretsInOutputsAndMessages_AreMasked()
    {
        var mask = SecretMask.For(new Dictionary<string, string> { ["token"] = "s3cret", ["pin"] = "4711" });
        var outputs = new JsonObject
        {
            ["url"] = "https://u:s3cret@example.org",
            ["s3cret"] = new JsonArray("s3cret"),
            ["pin"] = 4711,
            ["n"] = 5,
        };

        var success = ResultBoundary.Accept(AgentResult.Success() with { Outputs = outputs }, mask);
        var failure = ResultBoundary.Accept(AgentResult.Failure("NETWORK_ERROR", "GET https://u:s3cret@example.org failed."), mask);

        Assert.Equal("""{"url":"https://u:***@example.org","***":["***"],"pin":"***","n":5}""", success.Outputs.ToJsonString());
        Assert.Equal("GET https://u:***@example.org failed.", failure.Error!.Message);
    }

    [Fact]
    public void Accept_LongMessage_IsCut() =>
        Assert.Equal(8192, Accept(AgentResult.Failure("NETWORK_ERROR", new string('x', 100_000))).Error!.Message.Length);

    private static AgentResult Accept(AgentResult result) => ResultBoundary.Accept(result, SecretMask.None);
}
