using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Merge;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Testing;

/// <summary>Tests what a merge would give, or a branch as it is, and moves nothing.</summary>
internal sealed class IntegrationTestsAction : EndableAction
{
    public override AgentAction Description { get; } = new(
        "run_integration_tests", "Tests the tree that a merge would give, or a branch as committed, in a working tree of its own; moves nothing.", IntegrationTestsSchema.Text);

    protected override async Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var repository = await Repository.OpenAsync(context, cancellationToken);
        var test = TestRequest.Read(context) ?? throw StageEndException.Validation("'test' is missing: the command that tests the tree.");
        if (context.Parameters.Text("source") is null)
        {
            var branch = await TargetBranch.FindAsync(repository, context.Parameters.Text("target"), cancellationToken);
            using var plain = await IsolatedTree.MakeAsync(repository, branch.Commit, cancellationToken);
            return await TestAsync(plain.Repository, test, branch.Commit, new MergeReport(), cancellationToken);
        }

        var request = await MergeRequest.ReadAsync(repository, cancellationToken);
        using var merged = await MergedTree.MakeAsync(repository, request, Settlements.For(context, request), cancellationToken);
        return await TestAsync(merged.Tree.Repository, test, request.Target.Commit, merged.Report, cancellationToken);
    }

    private static async Task<AgentResult> TestAsync(
        Repository tree, TestRequest test, string target, MergeReport report, CancellationToken cancellationToken)
    {
        var treeId = await tree.AskAsync(["rev-parse", "HEAD^{tree}"], cancellationToken);
        var tested = await TestRun.RunAsync(tree, test, cancellationToken);
        return (tested.Failure ?? AgentResult.Success()) with
        {
            Outputs = new JsonObject { ["target"] = target, ["tree"] = treeId, ["conflicts"] = report.ToJson() },
            Metrics = report.Metrics().Concat(tested.Metrics).ToDictionary(),
        };
    }
}
