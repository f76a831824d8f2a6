using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Resolving;
using Monolith.Plugins.Integration.Testing;

namespace Monolith.Plugins.Integration.Merge;

/// <param name="SourceName">As the stage names it.</param>
/// <param name="Source">Its commit.</param>
internal sealed record MergeRequest(
    string SourceName, string Source, TargetBranch Target, string Strategy, string Message, Author Author, ConflictRules Rules, TestRequest? Test)
{
    public const string Merge = "merge";
    public const string Squash = "squash";
    public const string Rebase = "rebase";
    public const string FastForward = "fast-forward";

    /// <summary>What a decision about it belongs to.</summary>
    public string Subject => $"{Strategy} {Source} {Target.Commit}";

    public static async Task<MergeRequest> ReadAsync(Repository repository, CancellationToken cancellationToken)
    {
        var context = repository.Context;
        var parameters = context.Parameters;
        var test = TestRequest.Read(context);
        var target = await TargetBranch.FindAsync(repository, parameters.Text("target"), cancellationToken);
        var name = parameters.RequiredText("source");
        var source = await repository.CommitAsync("source", name, cancellationToken);
        var strategy = parameters.Text("strategy") ?? Merge;
        var message = parameters.Text("message") ?? $"{(strategy == Squash ? "Squash" : "Merge")} {name} into {target.Name}";
        return new MergeRequest(
            name, source, target, strategy, message, Author.Read(parameters), ConflictRules.Read(parameters, ConflictRules.InMerge), test);
    }
}
