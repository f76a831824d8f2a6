using System.Text.Json;
using Monolith.Pipelines.Decisions.Clarity;
using Monolith.Pipelines.Decisions.Policy;

namespace Monolith.Pipelines.Tests.Decisions;

public sealed class ClarityTests
{
    private static readonly ClarityRules Rules = PolicyBinder.Bind(CurrentPolicy.BuiltIn()).Value.Clarity;

    [Theory]
    [InlineData("An order form that sends a mail", "A mail comes", 0.9, "")]
    [InlineData("An order form", "A mail comes", 0.9, "details")]
    [InlineData("An order form that is fast and nice", "A mail comes", 0.9, "precision")]
    [InlineData("Breakfast orders and fast-forward keys", "A mail comes", 0.9, "")]
    [InlineData("An order form that sends a mail", " ", 0.9, "acceptance_criteria")]
    [InlineData("An order form, both online and offline", "A mail comes", 0.9, "conflict_1")]
    [InlineData("An order form that sends a mail", "A mail comes", 0.69, "confirm")]
    [InlineData("An order form that sends a mail", "A mail comes", 0.7, "")]
    [InlineData("Make it better", "", 0.1, "details precision acceptance_criteria confirm")]
    public void Ask_ByDefault_AsTheContractSays(string text, string criteria, double confidence, string asked) =>
        Assert.Equal(asked, string.Join(' ', ClarityCheck.Ask(text, criteria, confidence, Rules).Select(question => question.Id)));

    [Fact]
    public void Ask_VaguePhrase_IsFoundAsItsWordsInARow()
    {
        var rules = Rules with { VagueWords = ["State of the Art"] };

        Assert.Contains(ClarityCheck.Ask("Use a state  of the art order form", "A mail comes", 0.9, rules), question => question.Id == "precision");
        Assert.Empty(ClarityCheck.Ask("Use the art of a state in the form", "A mail comes", 0.9, rules));
    }

    [Theory]
    [InlineData("""{ "confirm": false }""", "correction")]
    [InlineData("""{ "confirm": false, "correction": "blue" }""", "")]
    [InlineData("""{ "confirm": true }""", "")]
    [InlineData("""{ "details": "more" }""", "")]
    public void AskAgain_NotRightAsItStands_AsksWhatIs(string answers, string asked) =>
        Assert.Equal(asked, string.Join(' ', ClarityCheck.AskAgain(JsonDocument.Parse(answers).RootElement).Select(question => question.Id)));

    [Theory]
    [InlineData("""{ "t": "x", "c": "a", "y": true, "n": 3 }""", "")]
    [InlineData("""{ "t": " ", "c": "b", "y": "yes", "n": 11 }""", "answers.t answers.c answers.y answers.n")]
    [InlineData("""{ "t": "x", "c": "a", "y": false, "other": 1 }""", "answers.other answers.n")]
    [InlineData("[]", "answers")]
    public void Check_Answers_TellsAllThatIsWrong(string answers, string wrong)
    {
        Question[] questions =
        [
            new("t", QuestionType.OpenText, "?"),
            new("c", QuestionType.MultipleChoice, "?") { Choices = ["a", "z"] },
            new("y", QuestionType.YesNo, "?"),
            new("n", QuestionType.Numeric, "?") { Least = 1, Most = 10 },
        ];

        Assert.Equal(wrong, string.Join(' ', AnswerRules.Check(questions, JsonDocument.Parse(answers).RootElement).Select(problem => problem.Path)));
    }
}
