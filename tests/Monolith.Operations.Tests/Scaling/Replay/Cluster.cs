namespace Monolith.Operations.Tests.Scaling.Replay;

/// <summary>One queue and hosts that take two minutes to start and finish what they have before they go.</summary>
internal sealed class Cluster(IPolicy policy, int atFirst)
{
    public const int Places = 4;
    public const int StartSeconds = 120;

    private readonly List<Host> hosts = [.. Enumerable.Range(0, atFirst).Select(_ => new Host(0))];
    private readonly Queue<(int At, double Work)> queue = [];
    private readonly PriorityQueue<Host, double> ends = new();
    private long hostSeconds;

    public DayResult Run(ReadOnlySpan<double[]> day)
    {
        var (ages, waits) = (new double[day.Length], new List<double>());
        for (var now = 0; now < day.Length; now++)
        {
            while (ends.TryPeek(out var done, out var at) && at <= now)
            {
                done.Busy--;
                ends.Dequeue();
            }

            hosts.RemoveAll(host => host is { Leaves: true, Busy: 0 });
            foreach (var work in day[now])
                queue.Enqueue((now, work));
            if (now % 15 == 0)
                Scale(now);
            Begin(now, waits);
            ages[now] = queue.TryPeek(out var oldest) ? now - oldest.At : 0;
            hostSeconds += hosts.Count;
        }

        return new DayResult(hostSeconds / 60.0, P99(ages), P99([.. waits]));
    }

    private void Scale(int now)
    {
        var ordered = hosts.Count(host => !host.Leaves);
        var wanted = policy.Wanted(now, queue.Count, ordered, hosts.Count(host => !host.Leaves && host.ReadyAt <= now));
        for (; ordered < wanted; ordered++)
            hosts.Add(new Host(now + StartSeconds));
        foreach (var host in hosts.Where(host => !host.Leaves).OrderByDescending(host => host.ReadyAt).Take(ordered - wanted))
            host.Leaves = true;
    }

    private void Begin(int now, List<double> waits)
    {
        foreach (var host in hosts)
        {
            while (queue.Count > 0 && !host.Leaves && host.ReadyAt <= now && host.Busy < Places)
            {
                var (at, work) = queue.Dequeue();
                waits.Add(now - at);
                host.Busy++;
                ends.Enqueue(host, now + work);
            }
        }
    }

    private static double P99(double[] values)
    {
        Array.Sort(values);
        return values[(int)(values.Length * 0.99)];
    }

    private sealed class Host(int readyAt)
    {
        public int ReadyAt => readyAt;

        public int Busy { get; set; }

        public bool Leaves { get; set; }
    }
}
