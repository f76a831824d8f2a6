using System.Text.Json;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Notifications;
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
        Assert.Equal("run.succeeded success", $"{Data(items[0]).GetProperty("type")} {Data(items[0]).GetProperty("status")}");
        Assert.Equal(items.Select(item => item.Id), RunItems.Of(given.Run, given.Events).Select(item => item.Id));
    }

    [Fact]
    public void Of_StageAndRunFailed_EachIsToldWithItsError()
    {
        var given = Given.Started(Everything + Given.Stages("a b<a"));
        given.Events.Clear();
        given.Fail("a");

        var items = RunItems.Of(given.Run, given.Events);

        Assert.Equal(["stage.failed", "run.failed"], items.Select(item => Data(item).GetProperty("type").GetString()));
        Assert.Equal(["running", "failed"], items.Select(item => Data(item).GetProperty("status").GetString()));
        Assert.All(items, item => Assert.Equal(("a", "TASK_EXECUTION_FAILED"), (item.Stage, Data(item).GetProperty("error").GetProperty("code").GetString())));
    }

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

    [Theory]
    [InlineData("https://example.com/hook?token=x", null)]
    [InlineData("http://localhost:9000/hook", null)]
    [InlineData("http://127.0.0.1:9000/hook", null)]
    [InlineData("http://[::1]:9000/hook", null)]
    [InlineData("mailto:some.one+tag@example.org", null)]
    [InlineData("http://example.com/hook", "https://")]
    [InlineData("http://localhost.example.com/", "https://")]
    [InlineData("ftp://example.com", "https://")]
    [InlineData("example.com", "https://")]
    [InlineData("https://user:secret@example.com/", "password")]
    [InlineData("https://example.com/#part", "#")]
    [InlineData("mailto:a@example.org,b@example.org", "one mailbox")]
    [InlineData("mailto:a@example.org?bcc=b@example.org", "one mailbox")]
    [InlineData("mailto:a@example.org\nBcc: b@example.org", "one mailbox")]
    [InlineData("mailto:a@example.org\n", "one mailbox")]
    [InlineData("mailto:", "one mailbox")]
    public void FaultOf_Address_SaysHowToMendIt(string address, string? mend)
    {
        var fault = NotificationAddress.FaultOf(address);

        if (mend is null)
            Assert.Null(fault);
        else
            Assert.Contains(mend, fault, StringComparison.Ordinal);
    }

    private static JsonElement Data(RunItem item) => JsonDocument.Parse(item.Data).RootElement;
}
