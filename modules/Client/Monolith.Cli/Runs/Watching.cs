using Monolith.Cli.Progress;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Runs;

/// <summary>Tells a run: as JSON, as a table that is drawn anew, or line by line.</summary>
internal static class Watching
{
    public static async Task<int> FollowAsync(Session session, RunResponse run, bool leaveWaiting, CancellationToken cancellationToken)
    {
        var around = session.Around;
        var lines = new RunReport(around.Out, session.Target.Address.OriginalString.TrimEnd('/'), around.IsColoured);
        await using var table = around.IsTerminal && !session.IsJson ? new LiveTable(around, lines) : null;
        IRunProgress progress = session.IsJson ? new JsonProgress(around) : table is not null ? table : lines;
        return await new RunWatch(session.Client, progress, new ToolSteps(session.Target), leaveWaiting).ToItsEndAsync(run, cancellationToken) switch
        {
            WatchEnd.Succeeded => ExitCode.Success,
            WatchEnd.Failed => ExitCode.Failed,
            WatchEnd.Waiting => ExitCode.NeedsAPerson,
            _ => ExitCode.Stopped,
        };
    }
}
