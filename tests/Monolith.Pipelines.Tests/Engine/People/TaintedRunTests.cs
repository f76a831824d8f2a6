using Monolith.Pipelines.Decisions.Policy;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Engine.People;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Engine.People;

public sealed class TaintedRunTests
{
    private const string Stages = """
        stages:
          - { id: build, agent: x, action: y }
          - { id: sign, agent: x, action: y, secrets: [key] }
          - { id: ship, agent: deployment, action: deploy }
          - { id: asked, agent: x, action: y, secrets: [key], decision: { category: technical_refactor, title: Mine } }
        """;

    [Theory]
    [InlineData("webhook", "sign ship asked")]
    [InlineData("event", "sign ship asked")]
    [InlineData("manual", "asked")]
    [InlineData("schedule", "asked")]
    public void StandsBefore_WhatReachesSecretsOrDeploys_ByTrigger(string trigger, string asked)
    {
        var run = Run(trigger);

        Assert.Equal(asked, string.Join(' ', run.Definition.Graph.Stages.Where(stage => PeopleGuard.StandsBefore(run, stage)).Select(stage => stage.Definition.Id)));
    }

    [Fact]
    public void Proposal_ByThePolicyOfTheHost_AlwaysNeedsAPersonAndNamesTheSecrets()
    {
        var run = Run("webhook");
        var proposal = TaintedRun.Proposal(run, run.Definition.Graph.Stages[1]);

        Assert.False(Ruler.Rule(PolicyBinder.Bind(CurrentPolicy.BuiltIn()).Value, proposal, Given.Start).IsAutomatic);
        Assert.Contains("the secrets key", proposal.Description, StringComparison.Ordinal);
    }

    private static RunState Run(string trigger) => Given.Started(Stages).Run with { Trigger = trigger };
}
