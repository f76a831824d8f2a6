namespace Monolith.Cli.Pipelines;

/// <summary>The shortest way from some lines to others.</summary>
internal static class LineDiff
{
    public const char Same = ' ';
    public const char Added = '+';
    public const char Removed = '-';

    public static IReadOnlyList<Line> Of(string[] from, string[] to)
    {
        var common = CommonTails(from, to);
        var (lines, left, right) = (new List<Line>(), 0, 0);
        while (left < from.Length || right < to.Length)
        {
            if (left < from.Length && right < to.Length && from[left] == to[right])
            {
                lines.Add(new Line(Same, from[left++]));
                right++;
            }
            else if (right == to.Length || (left < from.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add(new Line(Removed, from[left++]));
            }
            else
            {
                lines.Add(new Line(Added, to[right++]));
            }
        }

        return lines;
    }

    /// <summary>The differences, and so many lines around each.</summary>
    public static IEnumerable<Line> Near(IReadOnlyList<Line> lines, int context) =>
        lines.Where((_, at) => lines.Skip(at - context).Take(context + 1 + Math.Min(at, context)).Any(line => line.Sign != Same));

    /// <summary>For each pair of places: how many lines, in order, what follows them has in common.</summary>
    private static int[,] CommonTails(string[] from, string[] to)
    {
        var common = new int[from.Length + 1, to.Length + 1];
        for (var left = from.Length - 1; left >= 0; left--)
        {
            for (var right = to.Length - 1; right >= 0; right--)
            {
                common[left, right] = from[left] == to[right]
                    ? common[left + 1, right + 1] + 1
                    : Math.Max(common[left + 1, right], common[left, right + 1]);
            }
        }

        return common;
    }

    /// <param name="Sign">Whether it is in both, or added, or removed.</param>
    /// <param name="Text">The line.</param>
    internal sealed record Line(char Sign, string Text);
}
