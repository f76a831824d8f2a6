namespace Monolith.Operations.Tests.Scaling.Replay;

/// <summary>
/// Gives the policy of the queue's length its best setting for the very day it is measured on, which nobody could know before: of
/// those that keep the target the one with the fewest host-minutes.
/// </summary>
internal static class QueueLengthSearch
{
    public static (QueueLengthSetting Setting, DayResult Result) Best(double[][] day, int most, double target)
    {
        var tried = from perHost in new[] { 0.5, 1, 2, 4, 8 }
                    from quietFor in new[] { 60, 180, 600 }
                    from adds in new[] { false, true }
                    from least in Enumerable.Range(1, 9)
                    select new QueueLengthSetting(perHost, least, quietFor, adds);
        return tried.AsParallel().AsOrdered()
            .Select(setting => (setting, Result: new Cluster(new QueueLengthPolicy(setting, most), setting.Least).Run(day)))
            .Where(one => one.Result.Worst <= target)
            .MinBy(one => one.Result.HostMinutes);
    }
}
