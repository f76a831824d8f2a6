namespace Monolith.Plugins.Deployment.Gateway.Routing;

internal static class Latency
{
    /// <summary>Upper bounds; one more bucket holds what took longer.</summary>
    public static IReadOnlyList<int> BucketsMs { get; } = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000];

    public static int Bucket(TimeSpan took)
    {
        var place = 0;
        while (place < BucketsMs.Count && took.TotalMilliseconds > BucketsMs[place])
        {
            place++;
        }

        return place;
    }
}
