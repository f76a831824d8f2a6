using System.CommandLine;
using Monolith.Cli.Output;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Agents;

/// <summary><c>agents shadow</c>: does recorded runs again with a version that does not serve, waits, and tells what came out differently.</summary>
internal static class ShadowCommand
{
    private const string Running = "running";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly string[] Headings = ["RUN", "STAGE", "AGENT", "RESULT", "WHAT"];

    private static readonly Argument<string> Plugin = new("plugin") { Description = "The plugin's name." };
    private static readonly Argument<string> Version = new("content-hash") { Description = "The version, as agents packages lists it." };
    private static readonly Option<DateTimeOffset?> Since = new("--since") { Description = "Runs that ended then or later; the last 24 hours when it is left out.", HelpName = "TIME" };
    private static readonly Option<int?> AtMost = new("--at-most") { Description = "How many attempts; 50 when it is left out.", HelpName = "NUMBER" };

    public static Command Create(Surroundings around) =>
        new Command("shadow", "Compares a version with recorded runs. Exit code 1: something came out differently, or nothing could be compared.") { Plugin, Version, Since, AtMost }.Does(around, CompareAsync);

    private static async Task<int> CompareAsync(Session session, CancellationToken cancellationToken)
    {
        var plugin = session.Get(Plugin);
        var shadow = await session.Client.StartShadowAsync(plugin, session.Get(Version), session.Get(Since), session.Get(AtMost), cancellationToken);
        while (shadow.Status == Running)
        {
            await Task.Delay(BetweenLooks, session.Around.Time, cancellationToken);
            shadow = await session.Client.GetShadowAsync(plugin, shadow.Id, cancellationToken);
        }

        session.Answer(shadow, to => Tell(to, shadow));
        return shadow.IsSame ? ExitCode.Success : ExitCode.Failed;
    }

    private static void Tell(TextWriter to, ShadowResponse shadow)
    {
        var report = shadow.Report;
        Table.Write(to, Headings, report.Attempts.Select(attempt => new[]
        {
            $"{attempt.RunId}", $"{attempt.Stage}/{attempt.Attempt}", $"{attempt.Agent}.{attempt.Action}", attempt.Result.Name(),
            attempt.Reason ?? string.Join("; ", attempt.Differences.Select(difference => $"{difference.Field}: {difference.Recorded ?? "nothing"} is now {difference.Now ?? "nothing"}")),
        }));
        to.WriteLine($"{shadow.Status}: {report.Same} the same, {report.Different} different, {report.NotCompared} not compared{(report.Fault is null ? "" : $". {report.Fault}")}");
    }
}
