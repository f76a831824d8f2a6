using System.CommandLine;
using Monolith.Cli.Running;

namespace Monolith.Cli.Runs;

/// <summary><c>logs</c>: what the stages of a run wrote.</summary>
internal static class LogsCommand
{
    private static readonly Argument<Guid> Run = Arguments.Run();
    private static readonly Argument<string?> Stage = new("stage") { Description = "A stage; all when none is named.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<int?> Attempt = new("--attempt") { Description = "This attempt only, from 1.", HelpName = "NUMBER" };
    private static readonly Option<bool> Follow = new("--follow", "-f") { Description = "Go on until the run is over." };

    public static Command Create(Surroundings around) =>
        new Command("logs", "Shows what the stages of a run wrote.") { Run, Stage, Attempt, Follow }.Does(around, async (session, cancellationToken) =>
        {
            var logs = new RunLogs(session, session.Get(Run), session.Find(Stage), session.Get(Attempt));
            await (session.Get(Follow) ? logs.FollowAsync(cancellationToken) : logs.WriteAsync(cancellationToken));
            return ExitCode.Success;
        });
}
