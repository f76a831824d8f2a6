namespace Monolith.Operations.Tests.Scaling.Replay;

/// <summary>What reacts to the queue's length alone.</summary>
/// <param name="PerHost">Runs queued for each of which another host is ordered.</param>
/// <param name="Least">Hosts it never goes below.</param>
/// <param name="QuietFor">Seconds without a longer queue, before hosts go.</param>
/// <param name="Adds">Whether they come on top of those ready, one going a minute; else, as Kubernetes' autoscaler has it, they are all.</param>
internal sealed record QueueLengthSetting(double PerHost, int Least, int QuietFor, bool Adds);

internal sealed class QueueLengthPolicy(QueueLengthSetting setting, int most) : IPolicy
{
    private readonly Queue<(int Second, int Wanted)> recent = [];
    private int lastGone;

    public int Wanted(int second, int queued, int ordered, int ready)
    {
        var now = (int)Math.Ceiling(queued / setting.PerHost) + (setting.Adds && queued > 0 ? ready : 0);
        recent.Enqueue((second, now));
        while (recent.Peek().Second <= second - setting.QuietFor)
            recent.Dequeue();
        var held = recent.Max(one => one.Wanted);
        var wanted = held < ordered && setting.Adds ? OneLess(second, ordered) : held;
        return Math.Clamp(wanted, setting.Least, most);
    }

    private int OneLess(int second, int ordered)
    {
        if (recent.Any(one => one.Wanted > 0) || second - lastGone < 60)
            return ordered;
        lastGone = second;
        return ordered - 1;
    }
}
