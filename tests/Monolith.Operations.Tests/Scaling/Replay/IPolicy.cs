namespace Monolith.Operations.Tests.Scaling.Replay;

internal interface IPolicy
{
    /// <summary>Asked every 15 s, as often as Kubernetes' autoscaler looks.</summary>
    /// <param name="second">Of the day.</param>
    /// <param name="queued">Runs no host has begun.</param>
    /// <param name="ordered">Hosts there are, those that start included.</param>
    /// <param name="ready">Hosts that take runs.</param>
    int Wanted(int second, int queued, int ordered, int ready);
}

/// <summary>What a day came to.</summary>
/// <param name="HostMinutes">From a host being ordered until it is gone.</param>
/// <param name="QueueAge">The age of the queue, looked at every second: its 99th percentile in s.</param>
/// <param name="Wait">What runs waited: its 99th percentile in s.</param>
internal sealed record DayResult(double HostMinutes, double QueueAge, double Wait)
{
    public double Worst => Math.Max(QueueAge, Wait);
}
