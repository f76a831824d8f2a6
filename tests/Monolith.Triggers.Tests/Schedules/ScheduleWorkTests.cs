using Microsoft.Extensions.Time.Testing;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Schedules;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Schedules;

[Collection(OneTriggersDatabase.Name)]
public sealed class ScheduleWorkTests(TriggersDatabase database)
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 29, 2, 59, 0, TimeSpan.Zero));

    [Fact]
    public async Task RunDue_ManyHostsAtOnce_StartOneRunOfATime()
    {
        await database.PutAsync("many", "{ schedule: [{ name: nightly, cron: '0 3 * * *' }] }");
        var hosts = Enumerable.Range(0, 4).Select(_ => new ScheduleWork(database.Get<IPipelineSchedules>(), database.Get<ScheduleTable>(), time)).ToList();
        await hosts[0].RunDueAsync(CancellationToken.None);
        Assert.Null((await RowAsync("many")).LastRun);

        time.Advance(TimeSpan.FromSeconds(61));
        await Task.WhenAll(hosts.Select(host => host.RunDueAsync(CancellationToken.None)));

        var row = await RowAsync("many");
        Assert.Equal((new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero), 1), (row.DueAt, await database.RunsAsync("many")));
    }

    [Theory]
    [InlineData("skip", 1, 0)]
    [InlineData("queue", 2, 1)]
    [InlineData("cancelOlder", 2, 1)]
    public async Task RunDue_RunBeforeIsNotOver_IsAsTheScheduleSays(string overlap, int runs, int queued)
    {
        var project = $"overlap-{overlap.ToLowerInvariant()}";
        await database.PutAsync(project, $"{{ schedule: [{{ name: often, cron: '* * * * *', overlap: {overlap} }}] }}");
        var work = new ScheduleWork(database.Get<IPipelineSchedules>(), database.Get<ScheduleTable>(), time);
        await work.RunDueAsync(CancellationToken.None);

        for (var i = 0; i < 2; i++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await work.RunDueAsync(CancellationToken.None);
        }

        // Nobody here dispatches, so what waits for its turn stays queued.
        Assert.Equal((runs, queued > 0), (await database.RunsAsync(project), await database.RunsAsync(project, "queued") > 0));
    }

    private async Task<ScheduleRow> RowAsync(string project) => Assert.Single(await database.Get<ScheduleTable>().ListAsync([project], CancellationToken.None));
}
