using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Triggers.Hooks.Deliveries;
using Monolith.Triggers.Hooks.Repositories;
using Monolith.Triggers.Tests.Support;

namespace Monolith.Triggers.Tests.Hooks;

[Collection(OneTriggersDatabase.Name)]
public sealed class KeptDeliveryTests(TriggersDatabase database)
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Look_HostDiedAfterKeeping_AnotherStartsItsRunOnce()
    {
        await database.PutAsync("orphan", "{ event: [{ type: order }] }");
        var delivery = Delivery("orphan");
        Assert.True(await database.Get<DeliveryTable>().AddAsync(delivery, time.GetUtcNow(), time.GetUtcNow() + DeliveryDesk.Lease, CancellationToken.None));
        var (one, other) = (Host(database.Get<ITriggeredRuns>()), Host(database.Get<ITriggeredRuns>()));
        Assert.Equal(0, await one.LookAsync(CancellationToken.None));

        time.Advance(DeliveryDesk.Lease);
        var looked = await Task.WhenAll(one.LookAsync(CancellationToken.None), other.LookAsync(CancellationToken.None));

        Assert.Equal((1, 1), (looked.Sum(), await database.RunsAsync("orphan")));
        Assert.Equal(HookDelivery.Done, (await database.Get<DeliveryTable>().FindAsync(delivery, CancellationToken.None))!.Status);
    }

    [Fact]
    public async Task Accept_HostHasTooMuchToDo_IsKeptAndStartedLater()
    {
        var delivery = Delivery("busy");
        var busy = new Busy();
        var desk = Desk(busy);

        Assert.Equal(HookDelivery.Pending, (await desk.AcceptAsync(delivery, CancellationToken.None)).Delivery.Status);
        busy.Answer = [];
        time.Advance(TimeSpan.FromSeconds(1));
        await Host(busy).LookAsync(CancellationToken.None);

        Assert.Equal((HookDelivery.Done, true), ((await desk.AcceptAsync(delivery, CancellationToken.None)) is var (kept, repeated) ? (kept.Status, repeated) : default));
    }

    private static HookDelivery Delivery(string project) => new()
    {
        Project = project,
        Source = "generic",
        Id = "1",
        Event = HookDelivery.TextOf(new TriggerEvent(project, TriggerKind.Event, "generic/1", "event:x", JsonSerializer.SerializeToElement(new { })) { Name = "order" }),
    };

    private DeliveryDesk Desk(ITriggeredRuns runs) =>
        new(database.Get<DeliveryTable>(), runs, database.Get<RepositoryRuns>(), database.Get<DeliveryBell>(), time, NullLogger<DeliveryDesk>.Instance);

    private DeliveryService Host(ITriggeredRuns runs) =>
        new(database.Get<DeliveryTable>(), Desk(runs), database.Get<DeliveryBell>(), time, NullLogger<DeliveryService>.Instance);

    private sealed class Busy : ITriggeredRuns
    {
        public IReadOnlyList<TriggeredRun>? Answer { get; set; }

        public Task<IReadOnlyList<TriggeredRun>?> StartAsync(TriggerEvent what, CancellationToken cancellationToken) => Task.FromResult(Answer);

        public Task<IReadOnlyList<TriggeredRun>?> StartAsync(TriggerEvent what, IReadOnlyList<DefinitionFile> files, CancellationToken cancellationToken) => Task.FromResult(Answer);
    }
}
