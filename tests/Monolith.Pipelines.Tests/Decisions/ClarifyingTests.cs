using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using static Monolith.Pipelines.Tests.Decisions.Asking;

namespace Monolith.Pipelines.Tests.Decisions;

public sealed class ClarifyingTests
{
    [Fact]
    public void Answer_Questions_StageGoesOnWithAllAnswers()
    {
        var run = Run("a").AskQuestions("a");
        Assert.Equal(StageStatus.Blocked, run.Run.Stages[0].Status);
        run.Do(run.Answer("""{ "why": "so" }""")).Do(run.Answer("""{ "why": "so" }"""));
        Assert.Equal(ErrorCodes.Conflict, run.Refused(run.Answer("""{ "why": "not so" }""")).Code);

        Assert.Equal((StageStatus.Running, 1, 2), (run.Run.Stages[0].Status, run.Run.Stages[0].Attempt, run.Run.Stages[0].Execution));
        Assert.Equal("so", run.Run.Stages[0].Answers!.Value.GetProperty("why").GetString());
    }

    [Fact]
    public void Ask_FourthRound_Fails()
    {
        var run = Run("a");
        for (var round = 0; round < 3; round++)
        {
            run.AskQuestions("a");
            run.Do(run.Answer($$"""{ "why": "{{round}}" }"""));
        }

        run.AskQuestions("a");

        Assert.Equal((RunStatus.Failed, ErrorCodes.ClarificationFailed), (run.Run.Status, run.Run.Stages[0].Error!.Code));
    }

    [Fact]
    public void Timeout_NobodyAnswers_StageFailsAndTheQuestionsAreClosed()
    {
        var run = Runs.Given.Started("""
            stages:
              - { id: a, agent: x, action: y, continueOnFailure: true }
              - { id: b, agent: x, action: y, needs: [a] }
            """).AskQuestions("a");
        Assert.True(Assert.Single(run.Run.Clarifications.Values).IsOpen);

        run.Pass(TimeSpan.FromHours(25)).Succeed("b");

        Assert.Equal("a:failed b:success", run.Statuses());
        Assert.Equal(ErrorCodes.StageTimeout, run.Run.Stages[0].Error!.Code);
        Assert.False(Assert.Single(run.Run.Clarifications.Values).IsOpen);
    }

    [Fact]
    public void Answer_TheSameInOtherWhiteSpace_ChangesNothing()
    {
        var run = Run("a").AskQuestions("a");
        run.Do(run.Answer("""{"why":"so"}"""));
        run.Events.Clear();

        run.Do(run.Answer("""{ "why": "so" }"""));

        Assert.Empty(run.Events);
    }
}
