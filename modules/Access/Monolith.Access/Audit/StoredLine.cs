namespace Monolith.Access.Audit;

/// <summary>A line as a file or the table holds it.</summary>
/// <param name="Text">Without its line feed.</param>
/// <param name="Columns">By which the table finds it; null in a file, and of the head.</param>
internal sealed record StoredLine(string Text, LineColumns? Columns);

/// <summary>What the table keeps beside the line.</summary>
internal sealed record LineColumns(long Number, DateTimeOffset At, string Action, string Who, string? Subject);
