using System.Globalization;
using System.Text.RegularExpressions;

namespace Monolith.Plugins.CodingCli.Limits;

/// <summary>Reads the cost out of a program's output as it comes, and stops the program when it is too much.</summary>
internal sealed class CostWatch(CostLimit? limit, CancellationTokenSource stop)
{
    private readonly Lock gate = new();
    private double? total;

    /// <summary>What was told last; null when nothing was.</summary>
    public double? Total => total;

    public bool IsExceeded => limit?.Max is { } most && total > most;

    public void Look(string line)
    {
        if (limit is null || Find(limit.Pattern, line) is not { } told)
        {
            return;
        }

        lock (gate)
        {
            total = Math.Max(total ?? 0, told);
        }

        if (IsExceeded)
        {
            stop.Cancel();
        }
    }

    private static double? Find(Regex pattern, string line)
    {
        try
        {
            return pattern.Match(line) is { Success: true } match
                && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var cost)
                && double.IsFinite(cost)
                    ? cost
                    : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
