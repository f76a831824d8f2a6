using System.Text.Json;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Notifications;

public sealed class NotificationItemsTests
{
    private const string Everything =
        "notifications: { onSuccess: [\"https://a.example/s\", \"mailto:s@example.org\", \"https://a.example/s\"], onFailure: [\"https://a.example/f\"], onStageFailure: [\"https://a.example/x\"] }\n";

    [Fact]
    public void Of_RunSucceeded_OneForEachAddressAndEachOnce()
    {
        var given = Given.Started(Everything + Given.Stages("a"));
        given.Events.Clear();
        given.Succeed("a");

        var items = RunItems.Of(given.Run, given.Events);

        Assert.Equal(["https://a.example/s", "mailto:s@example.org"], items.Select(item => Data(item).GetProperty("address").GetString()));
        Assert.All(items, item => Assert.Equal(("notification", "pending", given.Now), (item.Kind, item.Status, item.DueAt)));
        Assert.Equal(2, items.Select(item => item.Id).Distinct().Count());
        Assert.Equal("run.succeeded success", $"{Data(items[0]).GetProperty("event")} {Data(items[0]).GetProperty("status")}");
        Assert.Equal(items.Select(item => item.Id), RunItems.Of(given.Run, given.Events).Select(item => item.Id));
    }

    [Fact]
    public void Of_StageAndRunFailed_EachIsToldWithItsError()
    {
        var given = Given.Started(Everything + Given.Stages("a b<a"));
        given.Events.Clear();
        given.Fail("a");

        var items = RunItems.Of(given.Run, given.Events);

        Assert.Equal(["stage.failed", "run.failed"], items.Select(item => Data(item).GetProperty("event").GetString()));
        Assert.Equal(["running", "failed"], items.Select(item => Data(item).GetProperty("status").GetString()));
        Assert.All(items, item => Assert.Equal(("a", "TASK_EXECUTION_FAILED"), (item.Stage, Data(item).GetProperty("cause").GetProperty("code").GetString())));
    }

    private static JsonElement Data(RunItem item) => JsonDocument.Parse(item.Data).RootElement;
}
