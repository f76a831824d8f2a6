using System.Text.Json;
using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Schedules;

[Collection(OneKeyedHost.Name)]
public sealed class ScheduleRoutesTests(KeyedHostFixture host)
{
    [Fact]
    public async Task Pause_Schedule_HasNoNextTimesUntilItGoesOn()
    {
        await host.Admin.SendAsync(HttpMethod.Put, "/api/v1/pipelines/timed?project=timed", new
        {
            name = "timed",
            triggers = new { schedule = new[] { new { name = "yearly", cron = "0 12 1 1 *", timeZone = "Asia/Tokyo" } } },
            stages = new[] { new { id = "a", wait = new { @for = "1h" } } },
        });

        var before = await OneAsync();
        Assert.Equal((5, false), (before.GetProperty("nextTimes").GetArrayLength(), before.GetProperty("paused").GetBoolean()));
        Assert.EndsWith("-01-01T03:00:00+00:00", before.GetProperty("nextTimes")[0].GetString(), StringComparison.Ordinal);

        var (_, paused) = await host.Admin.SendAsync(HttpMethod.Post, "/api/v1/schedules/timed/yearly/pause?project=timed");
        Assert.Equal((0, true), (paused.GetProperty("nextTimes").GetArrayLength(), paused.GetProperty("paused").GetBoolean()));

        await host.Admin.SendAsync(HttpMethod.Post, "/api/v1/schedules/timed/yearly/resume?project=timed");
        Assert.Equal(before.ToString(), (await OneAsync()).ToString());
        Assert.Empty((await (await host.BlueAsync()).SendAsync(HttpMethod.Get, "/api/v1/schedules")).Body.GetProperty("schedules").EnumerateArray());
    }

    private async Task<JsonElement> OneAsync() =>
        Assert.Single((await host.Admin.SendAsync(HttpMethod.Get, "/api/v1/schedules?project=timed")).Body.GetProperty("schedules").EnumerateArray());
}
