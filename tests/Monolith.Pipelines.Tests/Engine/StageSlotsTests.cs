using Monolith.Pipelines.Engine.Stages;

namespace Monolith.Pipelines.Tests.Engine;

public sealed class StageSlotsTests
{
    [Fact]
    public async Task Enter_NoPlaceFree_WaitsForARelease()
    {
        var slots = new StageSlots(1);
        await slots.EnterAsync("a", 0, CancellationToken.None);
        var second = slots.EnterAsync("a", 0, CancellationToken.None);
        Assert.False(second.IsCompleted);

        slots.Release();

        await second;
    }

    [Fact]
    public async Task Release_FloodOfOneShare_OtherSharesTakeTurns() => Assert.Equal(
        ["a1", "b1", "c1", "a2", "a3", "a4"],
        await OrderAsync(("a1", 0), ("a2", 0), ("a3", 0), ("a4", 0), ("b1", 0), ("c1", 0)));

    [Fact]
    public async Task Release_HigherPriority_GoesFirst() =>
        Assert.Equal(["b1", "a1", "c1"], await OrderAsync(("a1", 0), ("b1", 5), ("c1", -5)));

    [Fact]
    public async Task Release_OneGaveUp_NextIsServed()
    {
        var slots = new StageSlots(1);
        await slots.EnterAsync("a", 0, CancellationToken.None);
        using var impatient = new CancellationTokenSource();
        var gaveUp = slots.EnterAsync("a", 0, impatient.Token);
        var next = slots.EnterAsync("a", 0, CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gaveUp);

        slots.Release();

        await next;
    }

    /// <summary>Who is served in which order; a name's first letter is its share.</summary>
    private static async Task<List<string>> OrderAsync(params (string Name, int Priority)[] waiting)
    {
        var slots = new StageSlots(1);
        await slots.EnterAsync("x", 0, CancellationToken.None);
        var entered = waiting.ToDictionary(w => w.Name, w => slots.EnterAsync(w.Name[..1], w.Priority, CancellationToken.None));
        var order = new List<string>();
        while (entered.Count > 0)
        {
            slots.Release();
            await Task.WhenAny(entered.Values);
            var name = entered.Single(e => e.Value.IsCompleted).Key;
            entered.Remove(name);
            order.Add(name);
        }

        return order;
    }
}
