using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Runs.Commands;

namespace Monolith.Pipelines.Tests.Runs.People;

public sealed class ClarificationTests
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

    [Fact]
    public void Answer_TheSameInOtherWhiteSpace_ChangesNothing()
    {
        var given = Given.Started(Tolerated);
        given.Complete("a", new AttemptOutcome
        {
            AsksQuestions = new AskedQuestions([new Question("why", QuestionType.OpenText, "Why?")], TimeSpan.FromHours(24)),
        });
        var id = Assert.Single(given.Run.Clarifications.Keys);
        given.Do(Answer("""{"why":"so"}"""));
        given.Events.Clear();

        given.Do(Answer("""{ "why": "so" }"""));

        Assert.Empty(given.Events);
        Assert.Equal(ErrorCodes.Conflict, given.Refused(Answer("""{"why":"not so"}""")).Code);

        AnswerClarification Answer(string answers) =>
            new(id, JsonDocument.Parse(answers).RootElement, "bob", Given.Host, "host", given.Now);
    }
}
