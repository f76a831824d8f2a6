using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Testing;

namespace Monolith.Plugins.Integration.Merge;

internal sealed class MergeAction : EndableAction
{
    public override AgentAction Description { get; } = new(
        "merge_branch", "Merges, squashes, rebases or fast-forwards a branch into another, in a working tree of its own, tested before it is moved.", MergeSchema.Text);

    protected override async Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var repository = await Repository.OpenAsync(context, cancellationToken);
        var push = PushTarget.Read(context.Parameters);
        var request = await MergeRequest.ReadAsync(repository, cancellationToken);
        var delivery = new Delivery(repository, request.Target, push, Key(context, request));
        if (await delivery.FinishEarlierAsync(cancellationToken) is { } finished)
        {
            return finished;
        }

        await request.Target.DemandFreeAsync(repository, cancellationToken);
        if (await repository.IsAncestorAsync(request.Source, request.Target.Commit, cancellationToken))
        {
            return AgentResult.Success() with { Outputs = Outputs(context, repository, request, request.Target.Commit, new MergeReport()), Metrics = new MergeReport().Metrics() };
        }

        using var merged = await MergedTree.MakeAsync(repository, request, Settlements.For(context, request), cancellationToken);
        var tested = await TestRun.RunAsync(merged.Tree.Repository, request.Test, cancellationToken);
        if (tested.Failure is { } failure)
        {
            return failure;
        }

        return await delivery.DeliverAsync(
            merged.Commit,
            Outputs(context, repository, request, merged.Commit, merged.Report),
            merged.Report.Metrics().Concat(tested.Metrics).ToDictionary(),
            cancellationToken);
    }

    // Not the attempt's: one that was cut short after its push left a commit on the server, and the next attempt has to go on with that very one.
    private static string Key(IAgentContext context, MergeRequest request) =>
        $"{context.RunId}/{context.StageId} {request.Source} {context.Parameters.GetRawText()}";

    private static JsonObject Outputs(IAgentContext context, Repository repository, MergeRequest request, string commit, MergeReport report) => new()
    {
        ["path"] = WorkspacePath.Relative(context, repository.Folder),
        ["branch"] = request.Target.Name,
        ["strategy"] = request.Strategy,
        ["commit"] = commit,
        ["previous"] = request.Target.Commit,
        ["source"] = request.Source,
        ["merged"] = commit != request.Target.Commit,
        ["conflicts"] = report.ToJson(),
    };
}
