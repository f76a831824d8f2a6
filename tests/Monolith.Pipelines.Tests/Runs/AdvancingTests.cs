using Monolith.Pipelines.Contracts;

namespace Monolith.Pipelines.Tests.Runs;

public sealed class AdvancingTests
{
    [Fact]
    public void Claim_NewRun_StartsEveryRoot()
    {
        var run = Given.Started(Given.Stages("a b c<a"));

        Assert.Equal("created claimed +a +b", run.Said());
        Assert.Equal(RunStatus.Running, run.Run.Status);
    }

    [Fact]
    public void Succeed_LastNeedMet_StartsDependent()
    {
        var run = Given.Started(Given.Stages("a b c<a,b"));
        run.Said();

        Assert.Equal("ok:a", run.Succeed("a").Said());
        Assert.Equal("ok:b +c", run.Succeed("b").Said());
        Assert.Equal("ok:c succeeded", run.Succeed("c").Said());
        Assert.Equal(RunStatus.Success, run.Run.Status);
    }

    [Fact]
    public void Fail_DependantsDownTheChain_AreSkippedAndRunFails()
    {
        var run = Given.Started(Given.Stages("a b<a c<b d"));
        run.Said();

        Assert.Equal("fail:a skip:b skip:c", run.Fail("a").Said());
        Assert.Equal("ok:d failed", run.Succeed("d").Said());
        Assert.Equal("a", run.Run.Error!.Stage);
        Assert.Contains("needs 'a'", run.Run.Stages[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Fail_ContinueOnFailure_DependantsRunAndRunSucceeds()
    {
        var run = Given.Started("""
            stages:
              - { id: a, agent: x, action: y, continueOnFailure: true }
              - { id: b, agent: x, action: y, needs: [a] }
            """);
        run.Said();

        Assert.Equal("fail:a +b", run.Fail("a").Said());
        Assert.Equal("ok:b succeeded", run.Succeed("b").Said());
    }

    [Theory]
    [InlineData("success", true, "skip:b")]
    [InlineData("completed", true, "+b")]
    [InlineData("always", true, "+b")]
    [InlineData("success", false, "+b")]
    public void Fail_NeedCondition_DecidesWhetherDependentRuns(string condition, bool required, string expected)
    {
        var run = Given.Started($$"""
            stages:
              - { id: a, agent: x, action: y }
              - { id: b, agent: x, action: y, needs: [{ stage: a, condition: {{condition}}, required: {{(required ? "true" : "false")}} }] }
            """);
        run.Said();

        Assert.Contains(expected, run.Fail("a").Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completed", "skip:c")]
    [InlineData("always", "+c")]
    public void Skip_NeedCondition_OnlyAlwaysRuns(string condition, string expected)
    {
        var run = Given.Started($$"""
            stages:
              - { id: a, agent: x, action: y }
              - { id: b, agent: x, action: y, needs: [a] }
              - { id: c, agent: x, action: y, needs: [{ stage: b, condition: {{condition}} }] }
            """);
        run.Said();

        Assert.Contains(expected, run.Fail("a").Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sequential_StagesWithoutNeeds_RunOneAfterTheOther()
    {
        var run = Given.Started("mode: sequential\n" + "stages:\n  - { id: a, agent: x, action: y }\n  - { id: b, agent: x, action: y }\n");

        Assert.Equal("created claimed +a", run.Said());
        Assert.Equal("ok:a +b", run.Succeed("a").Said());
    }

    [Fact]
    public void Skip_ChainOfTwoThousand_RunsDownWithoutOverflow()
    {
        var stages = string.Join(' ', Enumerable.Range(0, 2_000).Select(i => i == 0 ? "s0" : $"s{i}<s{i - 1}"));
        var run = Given.Started(Given.Stages(stages));

        run.Fail("s0");

        Assert.Equal(RunStatus.Failed, run.Run.Status);
        Assert.Equal(StageStatus.Skipped, run.Run.Stages[1_999].Status);
    }
}
