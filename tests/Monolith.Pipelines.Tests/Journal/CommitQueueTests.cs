using Marten;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Journal;

public sealed class CommitQueueTests(Database database) : IClassFixture<Database>
{
    private readonly CommitQueue journal = database.Get<CommitQueue>();

    [Fact]
    public async Task Commit_OneStaleAmongMany_OnlyTheStaleIsLeftOut()
    {
        var runs = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();
        Assert.All(await Task.WhenAll(runs.Select(run => journal.CommitAsync(Append(run, 0, Events())))), Assert.True);
        await journal.CommitAsync(Append(runs[7], 2, [new RunPaused(Given.Start)]));

        var committed = await Task.WhenAll(runs.Select(run => journal.CommitAsync(Append(run, 2, [new RunPaused(Given.Start)]))));

        Assert.Equal(runs.Select(run => run != runs[7]), committed);
        Assert.All(await Task.WhenAll(runs.Select(VersionsAsync)), versions => Assert.Equal([1L, 2, 3], versions));
    }

    [Fact]
    public async Task Commit_SameRunFromManyAtOnce_OneWins()
    {
        var run = Guid.CreateVersion7();
        await journal.CommitAsync(Append(run, 0, Events()));

        var committed = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await Task.Yield();
            return await journal.CommitAsync(Append(run, 2, [new RunPaused(Given.Start)]));
        }));

        Assert.Single(committed, done => done);
        Assert.Equal([1L, 2, 3], await VersionsAsync(run));
    }

    [Fact]
    public async Task Commit_SameRequestKeyAtOnce_OneRunIsTaken()
    {
        var key = new RequestKey(Guid.NewGuid().ToString(), "hash");

        var committed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            journal.CommitAsync(Append(Guid.CreateVersion7(), 0, Events()) with { Key = key })));

        Assert.Single(committed, done => done);
    }

    [Fact]
    public async Task Commit_TextPostgresRefuses_IsStoredCleaned()
    {
        var run = Guid.CreateVersion7();
        var cancelled = new RunCancelled("a\0b \ud800 \ud83d\ude00 \\u0000", Given.Start);

        Assert.True(await journal.CommitAsync(Append(run, 0, [Events()[0], cancelled])));

        var stored = (await database.Get<RunReader>().RawAsync(run, 1, CancellationToken.None)).Single();
        Assert.Contains("\\\\u0000", stored.Data, StringComparison.Ordinal);
        Assert.Contains('\ufffd', System.Text.RegularExpressions.Regex.Unescape(stored.Data.Replace("\\\\", "/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Commit_ReadByMarten_SameEvents()
    {
        var run = Guid.CreateVersion7();
        var events = Events();
        await journal.CommitAsync(Append(run, 0, events));

        await using var session = database.Get<IDocumentStore>().QuerySession();
        var read = await session.Events.FetchStreamAsync(run);
        var state = await session.Events.FetchStreamStateAsync(run);

        Assert.Equal(["run_created", "run_claimed"], read.Select(e => e.EventTypeName));
        Assert.Equal(2, state!.Version);
        Assert.Equal(((RunClaimed)events[1]).HostName, ((RunClaimed)read[1].Data).HostName);
        Assert.Equal(((RunCreated)events[0]).DefinitionHash, ((RunCreated)read[0].Data).DefinitionHash);
    }

    private static IRunEvent[] Events()
    {
        var given = Given.Started(Given.Stages("a"));
        return [given.Events[0], given.Events[1]];
    }

    private static Append Append(Guid run, long from, IRunEvent[] events)
    {
        var before = RunState.New(run, Given.Created(Given.Stages("a")).Run.Definition);
        var row = from == 0 ? RunRow.Changed(before, events.Aggregate(before, (state, change) => state.Apply(change))) : null;
        return new Append(run, from, [.. events.Select(EventRow.Of)]) { Project = Project.Default, Row = row };
    }

    private async Task<IEnumerable<long>> VersionsAsync(Guid run) =>
        (await database.Get<RunReader>().RawAsync(run, 0, CancellationToken.None)).Select(row => row.Version);
}
