using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Merge;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.ResolveConflict;

internal sealed class ResolveAction : EndableAction
{
    public override AgentAction Description { get; } = new(
        "resolve_conflict", "Resolves the conflicts of a merge that stopped at them, where it stopped.", ResolveSchema.Text);

    protected override async Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var repository = await Repository.OpenAsync(context, cancellationToken);
        var author = Author.Read(context.Parameters);
        var all = await UnmergedIndex.ReadAsync(repository, cancellationToken);
        var head = await repository.AskAsync(["rev-parse", "HEAD"], cancellationToken);
        if (all.Count == 0 && Journal.Read(context, context.IdempotencyKey) is { } journal)
        {
            return await CommitAsync(repository, author, journal, cancellationToken);
        }

        var wanted = context.Parameters.Texts("files").Select(PathPattern.Of).ToList();
        var paths = all.Where(path => wanted.Count == 0 || wanted.Exists(pattern => pattern.IsMatch(path.Path))).ToList();
        var files = await FilesInConflict.ReadAsync(repository, paths, cancellationToken);
        var resolutions = await SettleAsync(context, repository, files, head, cancellationToken);
        var report = new MergeReport();
        report.Add(files, resolutions);
        var outputs = new JsonObject
        {
            ["path"] = WorkspacePath.Relative(context, repository.Folder),
            ["resolved"] = new JsonArray([.. paths.Select(path => (JsonNode?)path.Path)]),
            ["remaining"] = all.Count - paths.Count,
            ["conflicts"] = report.ToJson(),
            ["commit"] = head,
        };
        var done = new Journal(context.IdempotencyKey, Branch: "", head, To: "", IsDone: true, outputs, report.Metrics());
        done.Write(context);
        await FilesResolved.WriteAsync(repository, files, resolutions, cancellationToken);
        return all.Count == paths.Count ? await CommitAsync(repository, author, done, cancellationToken) : done.Result;
    }

    private static Task<IReadOnlyDictionary<string, Resolution>> SettleAsync(
        IAgentContext context, Repository repository, IReadOnlyList<ConflictedFile> files, string head, CancellationToken cancellationToken)
    {
        var subject = $"resolve {head}";
        var settlement = new Settlement(
            context,
            ConflictRules.Read(context.Parameters, ConflictRules.Alone),
            DecisionBook.Open(context, subject),
            WorkspacePath.Relative(context, repository.Folder),
            new JsonObject { ["head"] = head },
            how => Resolvers.For(context, how));
        return settlement.SettleAsync(files, cancellationToken);
    }

    private static async Task<AgentResult> CommitAsync(Repository repository, Author author, Journal done, CancellationToken cancellationToken)
    {
        if (!repository.Context.Parameters.Flag("commit"))
        {
            return done.Result;
        }

        var merging = await repository.TryAsync(["rev-parse", "--verify", "--quiet", "MERGE_HEAD"], cancellationToken);
        if (merging.ExitCode == 0)
        {
            await repository.AskAsync(["commit", "--quiet", "--no-verify", "--no-edit"], cancellationToken, environment: author.Environment);
        }

        var outputs = done.Outputs.DeepClone().AsObject();
        outputs["commit"] = await repository.AskAsync(["rev-parse", "HEAD"], cancellationToken);
        return (done with { Outputs = outputs }).Result;
    }
}
