using Monolith.Pipelines.Decisions.Policy;
using Monolith.Pipelines.Decisions.Ruling;

namespace Monolith.Pipelines.Tests.Decisions;

/// <summary>The policy that comes with the host, by the contract's numbers.</summary>
public sealed class RulerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly DecisionPolicy Default = PolicyBinder.Bind(CurrentPolicy.BuiltIn()).Value;

    [Theory]
    [InlineData("technical_refactor", 0.85, true)]
    [InlineData("technical_refactor", 0.84, false)]
    [InlineData("technical_refactor", null, false)]
    [InlineData("architectural_change", 1.0, false)]
    [InlineData("cost_impacting", 1.0, false)]
    [InlineData("data_migration", 1.0, false)]
    [InlineData("security_affecting", 1.0, false)]
    [InlineData("unheard_of", 1.0, false)]
    public void Rule_ByDefault_AsksAsTheContractSays(string category, double? confidence, bool isAutomatic) =>
        Assert.Equal(isAutomatic, Rule(category, confidence).IsAutomatic);

    [Theory]
    [InlineData("security_affecting", 0.5, 5000.0, "security")]
    [InlineData("cost_impacting", 0.5, 1001.0, "leadership")]
    [InlineData("technical_refactor", 0.79, null, "architecture")]
    [InlineData("architectural_change", 0.95, 1000.0, "default")]
    public void Rule_Escalation_TheMostSevereComesFirst(string category, double confidence, double? cost, string route) =>
        Assert.Equal(route, Assert.Single(Rule(category, confidence, cost).Steps).Route);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Rule_NoConfidenceWhereNobodyIsAsked_AnAgentThatDoesNotSayIsUnsure(bool byAgent, bool isAutomatic) =>
        Assert.Equal(isAutomatic, Ruler.Rule(Default, new DecisionProposal("technical_refactor", "x") { Environment = "dev", ByAgent = byAgent }, Now).IsAutomatic);

    [Theory]
    [InlineData("dev", 0.81, true, "recreate")]
    [InlineData("staging", 0.81, false, "rolling")]
    [InlineData("staging", 0.9, true, "rolling")]
    [InlineData("prod", 1.0, false, "blue-green")]
    public void Rule_Environment_DecidesWhetherAPersonIsAsked(string environment, double confidence, bool isAutomatic, string strategy)
    {
        var ruling = Rule("technical_refactor", confidence, environment: environment);

        Assert.Equal((isAutomatic, strategy), (ruling.IsAutomatic, ruling.Strategy));
    }

    [Fact]
    public void Rule_Default_GivesFiveMinutesAndRejects()
    {
        var step = Assert.Single(Rule("data_migration", 1).Steps);

        Assert.Equal((TimeSpan.FromSeconds(300), OnTimeout.Reject, 1), (step.Timeout, step.OnTimeout, step.Quorum));
    }

    [Fact]
    public void Rule_RolesDelegationsAndSteps_AreWrittenOut()
    {
        var policy = PolicyBinder.Bind("""
            categories: { technical_refactor: { autoApproveAt: 0.9 } }
            roles: { leads: [ada, bob] }
            delegations:
              - { from: ada, to: cy, until: "2026-02-01T00:00:00Z" }
              - { from: bob, to: dan, until: "2025-02-01T00:00:00Z" }
            routes:
              default: { approvers: ["role:leads"], quorum: 2, timeout: 1h, escalateTo: boss }
              boss: { approvers: [eve], onTimeout: approve }
            """u8.ToArray()).Value;

        var ruling = Ruler.Rule(policy, new DecisionProposal("technical_refactor", "x"), Now);

        Assert.Equal(
            [new Approver("ada", "ada"), new Approver("cy", "ada") { Until = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) }, new Approver("bob", "bob")],
            ruling.Steps[0].Approvers);
        Assert.Equal(("boss", OnTimeout.Escalate, OnTimeout.Approve), (ruling.Steps[1].Route, ruling.Steps[0].OnTimeout, ruling.Steps[1].OnTimeout));
        Assert.Equal(policy.Hash, ruling.Policy);
    }

    private static DecisionRuling Rule(string category, double? confidence, double? cost = null, string? environment = null) =>
        Ruler.Rule(Default, new DecisionProposal(category, "x") { Confidence = confidence, CostPerMonth = cost, Environment = environment }, Now);
}
