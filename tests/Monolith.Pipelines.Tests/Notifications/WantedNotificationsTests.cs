using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Notifications;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Notifications;

public sealed class WantedNotificationsTests
{
    private const string Everything =
        "notifications: { onSuccess: [\"https://a.example/s\", \"mailto:s@example.org\", \"https://a.example/s\"], onFailure: [\"https://a.example/f\"], onStageFailure: [\"https://a.example/x\"] }\n";

    [Fact]
    public void Of_TheSameStageFailsAgain_IsAnotherNotification()
    {
        var given = Given.Started(Everything + Given.Stages("a"));
        given.Fail("a");
        var first = RunItems.Of(given.Run, given.Events);
        given.Retry();
        given.Events.Clear();
        given.Fail("a");

        Assert.Empty(RunItems.Of(given.Run, given.Events).Select(item => item.Id).Intersect(first.Select(item => item.Id)));
    }

    [Fact]
    public void Of_NobodyWantsToHear_IsNothing()
    {
        var silent = Given.Started(Given.Stages("a"));
        silent.Fail("a");
        var cancelled = Given.Started(Everything + Given.Stages("a"));
        cancelled.Cancel();

        Assert.Empty(RunItems.Of(silent.Run, silent.Events));
        Assert.Empty(RunItems.Of(cancelled.Run, cancelled.Events));
        Assert.False(NotificationItems.AreIn(cancelled.Run, cancelled.Events));
    }
}
