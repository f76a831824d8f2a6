using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Tests.Runs;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Notifications;

public sealed class NotificationQueueTests(Database database) : IClassFixture<Database>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly INotificationQueue queue = database.Get<INotificationQueue>();

    [Fact]
    public async Task Take_WrittenWithItsEvent_IsHandedOutOnceThenSettled()
    {
        var run = await FailAsync();

        var due = Assert.Single(await queue.TakeDueAsync(Lease, 10, CancellationToken.None), n => n.RunId == run);

        Assert.Equal(("https://a.example/f", "run.failed", "p", "failed", "a", 0), (due.Address, due.Type, due.Pipeline, due.Status, due.Stage, due.Attempts));
        Assert.Equal("Stage 'a' failed: it broke", due.Error!.Message);
        Assert.DoesNotContain(await queue.TakeDueAsync(Lease, 10, CancellationToken.None), n => n.RunId == run);

        await queue.RetryAsync(due, "The receiver answered 500.", Given.Start, CancellationToken.None);
        var again = Assert.Single(await queue.TakeDueAsync(Lease, 10, CancellationToken.None), n => n.RunId == run);
        Assert.Equal((due.Id, 1), (again.Id, again.Attempts));

        await queue.GiveUpAsync(again, "The receiver answered 500.", CancellationToken.None);
        var stored = (await database.Get<RunItemTable>().FindAsync(RunItemKinds.Notification, due.Id, CancellationToken.None))!.Item;
        Assert.Equal(("dead", null), (stored.Status, stored.DueAt));
        Assert.Contains("\"attempts\": 2", stored.Data, StringComparison.Ordinal);
        Assert.Contains("\"error\": \"The receiver answered 500.\"", stored.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteSent_OldOnes_GoAndDeadOnesStay()
    {
        var (sent, dead) = (await FailAsync(), await FailAsync());
        foreach (var due in await queue.TakeDueAsync(Lease, 100, CancellationToken.None))
            await (due.RunId == sent ? queue.SentAsync(due, CancellationToken.None) : queue.GiveUpAsync(due, "no", CancellationToken.None));

        Assert.Equal(0, await queue.DeleteSentAsync(Given.Start, CancellationToken.None));
        Assert.Equal(1, await queue.DeleteSentAsync(Given.Start + Lease, CancellationToken.None));

        Assert.Empty(await ItemsAsync(sent));
        Assert.Equal("dead", Assert.Single(await ItemsAsync(dead)).Item.Status);
    }

    private Task<List<StoredRunItem>> ItemsAsync(Guid run) =>
        database.Get<RunItemTable>().ListAsync(new RunItemFilter(RunItemKinds.Notification, 10) { RunId = run }, CancellationToken.None);

    private async Task<Guid> FailAsync()
    {
        var given = Given.Started("notifications: { onFailure: [\"https://a.example/f\"] }\n" + Given.Stages("a"));
        given.Fail("a");
        await database.Get<DefinitionLibrary>().AddAsync(given.Run.Definition, CancellationToken.None);
        var id = Guid.CreateVersion7();
        var items = RunItems.Of(given.Run with { Id = id }, given.Events);
        await database.Get<CommitQueue>().CommitAsync(new Append(id, 0, [.. given.Events.Select(EventRow.Of)]) { Project = Project.Default, Items = items });
        return id;
    }
}
