using System.Text.Json.Nodes;

namespace Monolith.Plugins.Integration.Repositories;

/// <summary>The last steps of what moves a branch: written down, pushed where that is asked for, then moved here.</summary>
/// <param name="key">What is being done, the same for every execution that does it.</param>
internal sealed class Delivery(Repository repository, TargetBranch branch, PushTarget? push, string key)
{
    public IAgentContext Context => repository.Context;

    /// <returns>The result of an earlier execution, brought to its end; null when there is none.</returns>
    public async Task<AgentResult?> FinishEarlierAsync(CancellationToken cancellationToken)
    {
        if (Journal.Read(Context, key) is not { } journal || journal.Branch != branch.Name)
        {
            return null;
        }

        if (branch.Commit == journal.To)
        {
            if (!journal.IsDone)
            {
                await BranchMove.FollowAsync(repository, branch, journal.To, cancellationToken);
                (journal with { IsDone = true }).Write(Context);
            }

            return journal.Result;
        }

        return branch.Commit == journal.From ? await MakePublicAsync(journal, cancellationToken) : null;
    }

    public Task<AgentResult> DeliverAsync(
        string commit, JsonObject outputs, IReadOnlyDictionary<string, double> metrics, CancellationToken cancellationToken) =>
        MakePublicAsync(new Journal(key, branch.Name, branch.Commit, commit, IsDone: false, outputs, metrics), cancellationToken);

    private async Task<AgentResult> MakePublicAsync(Journal journal, CancellationToken cancellationToken)
    {
        await branch.DemandFreeAsync(repository, cancellationToken);
        await BranchMove.TryOutAsync(repository, branch, journal.To, cancellationToken);
        journal.Write(Context);
        if (push is not null)
        {
            await push.PushAsync(repository, journal.To, branch.Name, cancellationToken);
        }

        await BranchMove.MoveAsync(repository, branch, journal.To, $"integration: {Context.Action}", cancellationToken);
        (journal with { IsDone = true }).Write(Context);
        Context.Log.Info($"{branch.Name} is at {journal.To}");
        return journal.Result;
    }
}
