using System.Globalization;
using Monolith.Kernel;

namespace Monolith.Access.Audit;

/// <summary>Which entries are wanted; null is any.</summary>
internal sealed record AuditFilter(string? Who, string? Action, string? Subject, DateTimeOffset? From, DateTimeOffset? To, long Before, int Limit)
{
    private const int UsualLimit = 50;
    private const int MaxLimit = 500;

    public static Result<AuditFilter> Parse(string? who, string? action, string? subject, string? from, string? to, string? cursor, string? limit)
    {
        var problems = new List<Problem>();
        var filter = new AuditFilter(who, action, subject, Time(from, "from", problems), Time(to, "to", problems), long.MaxValue, UsualLimit);
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            problems.Add(new Problem(ErrorCodes.ValidationError, "Give the nextCursor of the page before.", "cursor"));
        else if (cursor is not null)
            filter = filter with { Before = long.Parse(cursor, CultureInfo.InvariantCulture) };
        if (limit is not null && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= MaxLimit))
            problems.Add(new Problem(ErrorCodes.ValidationError, $"Give a number from 1 to {MaxLimit}.", "limit"));
        else if (limit is not null)
            filter = filter with { Limit = int.Parse(limit, CultureInfo.InvariantCulture) };
        return problems.Count > 0 ? Result<AuditFilter>.Failed(problems) : filter;
    }

    private static DateTimeOffset? Time(string? text, string path, List<Problem> problems)
    {
        if (text is null)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return time;
        problems.Add(new Problem(ErrorCodes.ValidationError, "Give a time such as 2026-11-29T08:00:00Z.", path));
        return null;
    }
}
