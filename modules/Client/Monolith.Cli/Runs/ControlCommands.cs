using System.CommandLine;
using Monolith.Cli.Running;
using Monolith.Client;
using Monolith.Client.Watching;

namespace Monolith.Cli.Runs;

/// <summary><c>retry</c>, <c>fork</c>, <c>cancel</c>, <c>pause</c>, <c>resume</c>.</summary>
internal static class ControlCommands
{
    private static readonly Argument<Guid> Run = Arguments.Run();
    private static readonly Option<string?> From = Arguments.From();
    private static readonly Option<string[]> Input = Arguments.Input();
    private static readonly Option<string[]> Label = Arguments.Label();
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why; it is kept with the run.", HelpName = "TEXT" };

    public static Command Retry(Surroundings around) => Steers(
        around, new Command("retry", "Goes on with a failed or cancelled run.") { Run, From },
        (session, id, cancellationToken) => session.Client.RetryRunAsync(id, session.Get(From), cancellationToken: cancellationToken));

    public static Command Fork(Surroundings around) => Steers(
        around, new Command("fork", "Starts a new run that goes on from an earlier one.") { Run, From, Input, Label },
        (session, id, cancellationToken) => session.Client.ForkRunAsync(
            id, session.Get(From), body: new ForkRunRequest
            {
                Inputs = Given.Values("--input", session.Get(Input)),
                Labels = Given.Texts("--label", session.Get(Label)),
            },
            cancellationToken: cancellationToken));

    public static Command Cancel(Surroundings around) => Steers(
        around, new Command("cancel", "Ends a run.") { Run, Reason },
        (session, id, cancellationToken) => session.Client.CancelRunAsync(id, session.Get(Reason), cancellationToken: cancellationToken));

    public static Command Pause(Surroundings around) => Steers(
        around, new Command("pause", "Begins no further stage of a run.") { Run },
        (session, id, cancellationToken) => session.Client.PauseRunAsync(id, cancellationToken: cancellationToken));

    public static Command Resume(Surroundings around) => Steers(
        around, new Command("resume", "Goes on with a paused run.") { Run },
        (session, id, cancellationToken) => session.Client.ResumeRunAsync(id, cancellationToken: cancellationToken));

    /// <summary>Says how a run stands, and how to see what becomes of it.</summary>
    public static int Tell(Session session, RunResponse run) => session.Answer(run, to =>
    {
        to.WriteLine($"{run.Id} {run.Status.Name()}");
        if (run.FinishedAt is null)
            to.WriteLine($"Watch it by: monolith watch {run.Id}{session.Target.Again}");
    });

    private static Command Steers(Surroundings around, Command command, Func<Session, Guid, CancellationToken, Task<RunResponse>> steer) =>
        command.Does(around, async (session, cancellationToken) => Tell(session, await steer(session, session.Get(Run), cancellationToken)));
}
