using Microsoft.Extensions.Time.Testing;
using Monolith.Pipelines.Api;

namespace Monolith.Pipelines.Tests.Api;

public sealed class RefusalPaceTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Wait_Refused_IsHeldForAMomentOrUntilTheClientIsGone()
    {
        using var gone = new CancellationTokenSource();
        var pace = new RefusalPace(time);
        var (stays, leaves) = (pace.WaitAsync(CancellationToken.None), pace.WaitAsync(gone.Token));

        await gone.CancelAsync();
        await leaves;
        time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(stays.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(501));
        await stays;
    }

    [Fact]
    public async Task Wait_MoreThanAreHeld_AreToldAtOnceUntilSomeAreThrough()
    {
        var pace = new RefusalPace(time);
        var held = Enumerable.Range(0, 4_096).Select(_ => pace.WaitAsync(CancellationToken.None)).ToList();

        Assert.True(pace.WaitAsync(CancellationToken.None).IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(held);
        Assert.False(pace.WaitAsync(CancellationToken.None).IsCompleted);
    }
}
