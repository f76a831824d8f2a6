using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Repositories;
using Monolith.Plugins.Integration.Resolving;

namespace Monolith.Plugins.Integration.Merge;

/// <summary>The source integrated into the target, in a tree of its own.</summary>
/// <param name="Commit">What the target would move to; the target's own commit when there is nothing to integrate.</param>
internal sealed record MergedTree(IsolatedTree Tree, string Commit, MergeReport Report) : IDisposable
{
    // Longer than any line people draw; another where a file has such a line after all.
    private static readonly int[] MarkerSizes = [43, 47, 53, 59, 61, 67, 71, 73];

    public static async Task<MergedTree> MakeAsync(
        Repository repository, MergeRequest request, Settlement settlement, CancellationToken cancellationToken)
    {
        foreach (var size in MarkerSizes)
        {
            var tree = await IsolatedTree.MakeAsync(repository, request.Target.Commit, cancellationToken);
            try
            {
                var work = new MergeWork(tree.Repository, request, settlement, size);
                await work.DoAsync(cancellationToken);
                return new MergedTree(tree, await tree.Repository.AskAsync(["rev-parse", "HEAD"], cancellationToken), work.Report);
            }
            catch (MarkerCollisionException collision)
            {
                repository.Context.Log.Info($"'{collision.Path}' has lines like conflict markers of {size} characters; trying others");
                tree.Dispose();
            }
            catch
            {
                tree.Dispose();
                throw;
            }
        }

        throw StageEndException.Execution("A file in conflict has lines like conflict markers of every size that was tried.");
    }

    public void Dispose() => Tree.Dispose();
}
