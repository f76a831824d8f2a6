using System.Globalization;
using System.Text;
using Monolith.Pipelines.Api.Http;

namespace Monolith.Pipelines.Api.Runs;

/// <summary>A place in the list of runs: after the last one of a page.</summary>
internal static class RunCursor
{
    // PostgreSQL keeps microseconds; a tick more would skip the run itself.
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static string After(RunSummaryResponse run) => After(run.CreatedAt, run.Id);

    public static string After(DateTimeOffset createdAt, Guid id) => Convert.ToBase64String(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{createdAt.UtcTicks / TicksPerMicrosecond}.{id:N}")));

    public static (DateTimeOffset CreatedAt, Guid Id)? Parse(string cursor)
    {
        var bytes = new byte[128];
        if (!Convert.TryFromBase64String(cursor, bytes, out var length))
            return null;
        var parts = Encoding.ASCII.GetString(bytes, 0, length).Split('.');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            && microseconds <= DateTimeOffset.MaxValue.UtcTicks / TicksPerMicrosecond
            && Guid.TryParseExact(parts[1], "N", out var id)
                ? (new DateTimeOffset(microseconds * TicksPerMicrosecond, TimeSpan.Zero), id)
                : null;
    }
}
