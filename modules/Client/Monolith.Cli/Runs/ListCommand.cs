using System.CommandLine;
using System.Globalization;
using Monolith.Cli.Output;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Runs;

/// <summary><c>runs</c>: the newest runs.</summary>
internal static class ListCommand
{
    private static readonly string[] Headings = ["RUN", "PIPELINE", "STATUS", "STARTED", "TOOK"];

    private static readonly Option<string?> Pipeline = new("--pipeline") { Description = "Of this pipeline only.", HelpName = "NAME" };
    private static readonly Option<int> Limit = new("--limit") { Description = "So many at most.", HelpName = "NUMBER", DefaultValueFactory = _ => 20 };
    private static readonly Option<string?> Status = StatusOption();

    public static Command Create(Surroundings around) =>
        new Command("runs", "Lists runs, newest first.") { Status, Pipeline, Limit }.Does(around, async (session, cancellationToken) =>
        {
            var found = await session.Client.ListRunsAsync(
                session.Get(Status), session.Get(Pipeline), limit: session.Get(Limit).ToString(CultureInfo.InvariantCulture),
                project: session.Project, cancellationToken: cancellationToken);
            return session.Answer(found.Runs, Headings, run =>
                [$"{run.Id}", run.Pipeline, run.Status.Name(), Shown.Time(run.StartedAt), Shown.Took(run.StartedAt, run.FinishedAt)]);
        });

    private static Option<string?> StatusOption()
    {
        var option = new Option<string?>("--status") { Description = "Of this status only.", HelpName = "STATUS" };
        option.AcceptOnlyFromAmong([.. Enum.GetValues<RunStatus>().Select(status => status.Name())]);
        return option;
    }
}
