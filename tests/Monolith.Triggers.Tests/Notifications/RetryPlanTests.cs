using Monolith.Triggers.Notifications.Sending;

namespace Monolith.Triggers.Tests.Notifications;

public sealed class RetryPlanTests
{
    [Theory]
    [InlineData(1, 0, 1.0)]
    [InlineData(1, 1, 1.25)]
    [InlineData(4, 0, 8.0)]
    [InlineData(5, 0, null)]
    // Revived after it was dead.
    [InlineData(6, 0, 1.0)]
    [InlineData(10, 0, null)]
    public void PauseAfter_FailedAttempts_GrowsAndEnds(int failed, double chance, double? seconds) =>
        Assert.Equal(seconds, RetryPlan.PauseAfter(failed, wish: null, chance)?.TotalSeconds);

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0.5, 1)]
    [InlineData(60, 60)]
    [InlineData(7200, 3600)]
    public void PauseAfter_Wish_CountsWhenItIsLonger(double wish, double seconds) =>
        Assert.Equal(seconds, RetryPlan.PauseAfter(1, TimeSpan.FromSeconds(wish), chance: 0)!.Value.TotalSeconds);
}
