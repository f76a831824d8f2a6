using System.Globalization;

namespace Monolith.Plugins.Drill;

/// <summary>
/// This process's file of the journal: a line each time an execution begins or ends. No two processes write to one file, and
/// a line goes out in one write, so that a process killed in between leaves whole lines.
/// </summary>
internal static class ExecutionFile
{
    private static readonly string Name = $"{Environment.ProcessId}-{Guid.NewGuid():N}.log";
    private static readonly Lock Gate = new();

    public static void Note(string journal, string what, IAgentContext context, string execution)
    {
        var at = context.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{what} {execution} {context.RunId} {context.StageId} {context.Attempt} {context.IdempotencyKey} {Environment.ProcessId} {at}\n");
        lock (Gate)
        {
            File.AppendAllText(Path.Combine(journal, Name), line);
        }
    }
}
