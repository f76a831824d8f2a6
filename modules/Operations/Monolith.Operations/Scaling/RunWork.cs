namespace Monolith.Operations.Scaling;

/// <summary>What a run takes of a place on a host.</summary>
internal static class RunWork
{
    /// <summary>The longest twentieth is left out: a run that waited a weekend for a person took no place as long.</summary>
    /// <param name="last">Longest last.</param>
    /// <returns>Null when there is none.</returns>
    public static TimeSpan? Of(IReadOnlyList<TimeSpan> last)
    {
        if (last.Count == 0)
            return null;
        return TimeSpan.FromSeconds(last.Take(last.Count - (last.Count / 20)).Average(work => work.TotalSeconds));
    }
}
