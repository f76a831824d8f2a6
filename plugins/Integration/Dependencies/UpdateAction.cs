using Monolith.Plugins.Integration.Merge;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Testing;

namespace Monolith.Plugins.Integration.Dependencies;

internal sealed class UpdateAction : EndableAction
{
    public override AgentAction Description { get; } = new(
        "update_dependencies", "Updates packages of .NET and npm one by one: what passes the tests is committed, what fails them is rolled back.", UpdateSchema.Text);

    protected override async Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var repository = await Repository.OpenAsync(context, cancellationToken);
        var (request, author, push) = (UpdateRequest.Read(context), Author.Read(context.Parameters), PushTarget.Read(context.Parameters));
        var test = TestRequest.Read(context) ?? throw StageEndException.Validation("'test' is missing: the command that an update must pass.");
        var branch = await TargetBranch.FindAsync(repository, context.Parameters.Text("target"), cancellationToken);
        var delivery = new Delivery(repository, branch, push, context.IdempotencyKey);
        if (await delivery.FinishEarlierAsync(cancellationToken) is { } finished)
        {
            return finished;
        }

        await branch.DemandFreeAsync(repository, cancellationToken);
        using var isolated = await IsolatedTree.MakeAsync(repository, branch.Commit, cancellationToken);
        var tree = isolated.Repository;
        var report = new UpdateReport();
        var steps = await StepsAsync(tree, request, cancellationToken);
        if (steps.Count > 0)
        {
            await DemandPassingAsync(tree, test, cancellationToken);
        }

        foreach (var step in steps)
        {
            await TryAsync(tree, step, test, author, report, cancellationToken);
        }

        var commit = await tree.AskAsync(["rev-parse", "HEAD"], cancellationToken);
        var outputs = report.Outputs(WorkspacePath.Relative(context, repository.Folder), branch.Name, commit);
        return commit == branch.Commit
            ? AgentResult.Success() with { Outputs = outputs, Metrics = report.Metrics }
            : await delivery.DeliverAsync(commit, outputs, report.Metrics, cancellationToken);
    }

    private static async Task<IReadOnlyList<UpdateStep>> StepsAsync(Repository tree, UpdateRequest request, CancellationToken cancellationToken)
    {
        var steps = new List<UpdateStep>();
        foreach (var ecosystem in request.Ecosystems(tree.Folder))
        {
            steps.AddRange(request.Steps(ecosystem, await ecosystem.FindAsync(tree, request.Level, cancellationToken)));
        }

        await IsolatedTree.LayIndexAsync(tree, cancellationToken);
        return steps;
    }

    // An update is not to blame for tests that fail without it.
    private static async Task DemandPassingAsync(Repository tree, TestRequest test, CancellationToken cancellationToken)
    {
        if ((await TestRun.RunAsync(tree, test, cancellationToken)).Failure is { } failure)
        {
            var error = failure.Error!;
            throw new StageEndException(AgentResult.Failure(error.Code, $"Before any update: {error.Message}", error.Retryable));
        }

        await IsolatedTree.LayIndexAsync(tree, cancellationToken);
    }

    private static async Task TryAsync(
        Repository tree, UpdateStep step, TestRequest test, Author author, UpdateReport report, CancellationToken cancellationToken)
    {
        tree.Context.Log.Info($"Updating {string.Join(", ", step.Updates)}");
        var fault = await step.Ecosystem.ApplyAsync(tree, step.Updates, cancellationToken);
        await tree.AskAsync(["add", "--update"], cancellationToken);
        await IsolatedTree.LayIndexAsync(tree, cancellationToken);
        fault ??= (await TestRun.RunAsync(tree, test, cancellationToken)).Failure?.Error?.Message;
        if (fault is null)
        {
            // The index is as it was before the tests, whatever they wrote.
            await tree.AskAsync(["commit", "--quiet", "--no-verify", $"--message={step.Message}"], cancellationToken, environment: author.Environment);
            report.Kept(step, await tree.AskAsync(["rev-parse", "HEAD"], cancellationToken));
        }
        else
        {
            tree.Context.Log.Warn($"Rolled back {string.Join(", ", step.Updates)}: {fault.Cut(500)}");
            report.RolledBack(step, fault);
        }

        await tree.AskAsync(["reset", "--quiet", "--hard"], cancellationToken);
        await tree.AskAsync(["clean", "-ffdxq"], cancellationToken);
    }
}
