using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Engine.Dispatch;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Engine;

/// <summary>A run is done by hosts that have the versions of plugins that it is pinned to; the stand-in's agent has the version <c>hash</c>.</summary>
public sealed class PinnedVersionTests(Database database) : IClassFixture<Database>, IDisposable
{
    private const string Tool = "agent: tool, action: free";

    private StandInVersions Versions => database.Get<StandInVersions>();

    public void Dispose() => Versions.Lacking.Clear();

    [Fact]
    public async Task Stage_VersionIsElsewhere_RunIsLeftToOthersUntilItIsHere()
    {
        Versions.Lacking["hash"] = VersionPlace.Elsewhere;
        var run = await UntilAsync((await database.StartAsync(Tool)).Id, state => state.InterruptedAt is not null);

        var refused = await AskAsync(run, database.Get<RunEngine>().Claim());
        var left = await OrphansAsync("hash");
        var pinned = await PinnedAsync();
        Versions.Lacking.Clear();
        var found = await OrphansAsync();
        var taken = await AskAsync(run, database.Get<RunEngine>().Claim());

        Assert.Equal((RunStatus.Running, null), (run.Status, run.Error));
        Assert.Equal(ErrorCodes.Conflict, Assert.Single(refused.Problems).Code);
        Assert.DoesNotContain(run.Id, left);
        Assert.Contains(run.Id, found);
        Assert.Contains("hash", pinned);
        Assert.True(taken.IsSuccess);
        await UntilAsync(run.Id, state => state.Status == RunStatus.Success);
        Assert.DoesNotContain("hash", await PinnedAsync());
    }

    private async Task<IEnumerable<Guid>> OrphansAsync(params string[] elsewhere) =>
        (await database.Get<WorkTable>().OrphansAsync(100, elsewhere, CancellationToken.None)).Select(orphan => orphan.RunId);

    private Task<Result<RunState>> AskAsync(RunState run, IRunCommand command) => database.Get<RunEngine>().AskAsync(run.Id, command, CancellationToken.None);

    private Task<IReadOnlySet<string>> PinnedAsync() => database.Get<IPinnedPlugins>().OfUnfinishedRunsAsync(CancellationToken.None);

    private async Task<RunState> UntilAsync(Guid run, Func<RunState, bool> fits)
    {
        while (true)
        {
            if (await database.Get<RunReader>().LoadAsync(run, CancellationToken.None) is { } state && fits(state))
                return state;
            await Task.Yield();
        }
    }
}
