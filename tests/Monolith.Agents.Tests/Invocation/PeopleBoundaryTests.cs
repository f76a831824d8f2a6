using Monolith.Agents.Invocation;
using Monolith.Agents.Masking;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Invocation;

public sealed class PeopleBoundaryTests
{
    [Fact]
    public void Accept_Proposal_IsCopiedWithItsSecretsMasked()
    {
        var accepted = Accept(AgentResult.Propose(new AgentDecision("data_migration", "Move with hidden-token") { Confidence = 0.5, Files = ["plan.md"], Budget = 3 })).Proposal!;

        Assert.Equal(("data_migration", 0.5, 3), (accepted.Category, accepted.Confidence, accepted.Budget));
        Assert.DoesNotContain("hidden-token", accepted.Title, StringComparison.Ordinal);
        Assert.Equal(["plan.md"], accepted.Files);
    }

    public static TheoryData<string, AgentDecision> WrongProposals => new()
    {
        { "title", new AgentDecision("data_migration", " ") },
        { "confidence", new AgentDecision("data_migration", "x") { Confidence = 85 } },
        { "budget", new AgentDecision("data_migration", "x") { Budget = double.NaN } },
        { "path", new AgentDecision("data_migration", "x") { Files = ["hidden-token.txt"] } },
    };

    [Theory]
    [MemberData(nameof(WrongProposals))]
    public void Accept_ProposalThatIsWrong_BreaksTheContract(string what, AgentDecision proposal) => Refused(what, AgentResult.Propose(proposal));

    public static TheoryData<string, AgentQuestion[]> WrongQuestions => new()
    {
        { "id", [new("No", AgentQuestionType.OpenText, "?")] },
        { "one id", [new("a", AgentQuestionType.OpenText, "?"), new("a", AgentQuestionType.YesNo, "?")] },
        { "two choices", [new("a", AgentQuestionType.MultipleChoice, "?") { Choices = ["x"] }] },
        { "bounds", [new("a", AgentQuestionType.Numeric, "?") { Least = 2, Most = 1 }] },
        { "bounds", [new("a", AgentQuestionType.Numeric, "?") { Least = double.NaN }] },
    };

    [Theory]
    [MemberData(nameof(WrongQuestions))]
    public void Accept_QuestionsThatAreWrong_BreakTheContract(string what, AgentQuestion[] questions) => Refused(what, AgentResult.Ask(questions));

    private static void Refused(string what, AgentResult result)
    {
        var error = Accept(result).Error!;

        Assert.Equal("CONTRACT_VALIDATION_FAILED", error.Code);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    private static AgentResult Accept(AgentResult result) => PeopleBoundary.Accept(result, SecretMask.For(new Dictionary<string, string> { ["token"] = "hidden-token" }));
}
