using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Tests.Runs.People;

public sealed class ExpiredQuestionsTests
{
    private const string Tolerated = """
        stages:
          - { id: a, agent: x, action: y, continueOnFailure: true }
          - { id: b, agent: x, action: y, needs: [a] }
        """;

    [Fact]
    public void Pass_NobodyAnswersInTime_StageFailsAndTheQuestionsAreClosed()
    {
        var given = Given.Started(Tolerated);
        given.Complete("a", new AttemptOutcome
        {
            AsksQuestions = new AskedQuestions([new Question("why", QuestionType.OpenText, "Why?")], TimeSpan.FromHours(24)),
        });
        Assert.True(Assert.Single(given.Run.Clarifications.Values).IsOpen);

        given.Pass(TimeSpan.FromHours(25)).Succeed("b");

        Assert.Equal("a:failed b:success", given.Statuses());
        Assert.False(Assert.Single(given.Run.Clarifications.Values).IsOpen);
    }
}
