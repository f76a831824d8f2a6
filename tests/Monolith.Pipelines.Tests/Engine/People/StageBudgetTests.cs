using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Engine.People;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Engine.People;

public sealed class StageBudgetTests
{
    [Theory]
    [InlineData("budget: 9", "budget: 4", 3.0, 3.0)]
    [InlineData("budget: 9", "budget: 4", null, 4.0)]
    [InlineData("budget: 9", "", null, 9.0)]
    [InlineData("", "", null, null)]
    public void Asked_WhatAnApprovalIsBoundTo_IsTheNarrowestNamed(string ofPipeline, string ofStage, double? named, double? expected)
    {
        var run = Run(ofPipeline, ofStage);

        Assert.Equal(expected, StageBudget.Asked(run, run.Definition.Graph.Stages[0], named));
    }

    [Theory]
    [InlineData("budget: 4", 3.0, true, 3.0)]
    [InlineData("budget: 4", 6.0, true, 4.0)]
    [InlineData("budget: 4", null, true, 4.0)]
    [InlineData("budget: 4", 3.0, false, 4.0)]
    [InlineData("", 3.0, true, 3.0)]
    [InlineData("", null, true, null)]
    public void Allowed_AfterADecision_IsNoMoreThanTheDefinitionSaysNorThanWasApproved(string ofStage, double? seen, bool isApproved, double? expected)
    {
        var decided = new DecisionState(
            Guid.Empty, "a", 1, new DecisionProposal("data_migration", "Move it"), new DecisionRuling(false, "", [], ""), SubjectHash.Of([], [], seen), Given.Start)
        {
            Status = isApproved ? DecisionStatus.Approved : DecisionStatus.Revised,
        };

        Assert.Equal((decimal?)expected, StageBudget.Allowed(Run("", ofStage).Definition.Graph.Stages[0], decided));
    }

    [Fact]
    public void Allowed_WithoutADecision_IsTheDefinitions() =>
        Assert.Equal(4, StageBudget.Allowed(Run("", "budget: 4").Definition.Graph.Stages[0], null));

    private static RunState Run(string ofPipeline, string ofStage) => Given.Started($$"""
        {{ofPipeline}}
        stages:
          - id: a
            agent: x
            action: y
            {{ofStage}}
        """).Run;
}
