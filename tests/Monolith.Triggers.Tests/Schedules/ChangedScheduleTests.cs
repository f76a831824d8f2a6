using Microsoft.Extensions.Time.Testing;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Schedules;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Schedules;

[Collection(OneTriggersDatabase.Name)]
public sealed class ChangedScheduleTests(TriggersDatabase database)
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    private ScheduleWork Work => new(database.Get<IPipelineSchedules>(), database.Get<ScheduleTable>(), time);

    [Fact]
    public async Task Sync_PipelineChanges_TheRowFollows()
    {
        await database.PutAsync("changed", "{ schedule: [{ name: a, cron: '0 3 * * *' }, { name: b, cron: '0 3 * * *' }] }");
        Assert.Equal(["a", "b"], (await RowsAsync("changed")).Select(row => row.Declared.Name));

        await database.PutAsync("changed", "{ schedule: [{ name: a, cron: '0 15 * * *' }] }");

        Assert.Equal(new DateTimeOffset(2026, 11, 29, 15, 0, 0, TimeSpan.Zero), Assert.Single(await RowsAsync("changed")).DueAt);
    }

    [Fact]
    public async Task Set_Paused_ItsTimesPassAndWereNotMissed()
    {
        await database.PutAsync("paused", "{ schedule: [{ name: a, cron: '0 * * * *', missed: runAll }] }");
        var desk = new ScheduleDesk(Work, database.Get<ScheduleTable>(), time);

        Assert.True((await desk.SetAsync("paused", "p", "a", isPaused: true, CancellationToken.None))!.IsPaused);
        time.Advance(TimeSpan.FromHours(5));
        await Work.RunDueAsync(CancellationToken.None);
        await desk.SetAsync("paused", "p", "a", isPaused: false, CancellationToken.None);
        await Work.RunDueAsync(CancellationToken.None);
        Assert.Equal(0, await database.RunsAsync("paused"));

        time.Advance(TimeSpan.FromHours(1));
        await Work.RunDueAsync(CancellationToken.None);
        Assert.Equal(1, await database.RunsAsync("paused"));
        Assert.Null(await desk.SetAsync("paused", "p", "other", isPaused: true, CancellationToken.None));
    }

    private async Task<IReadOnlyList<ScheduleRow>> RowsAsync(string project) => [.. (await Work.SyncAsync(CancellationToken.None)).Where(row => row.Declared.Project == project)];
}
