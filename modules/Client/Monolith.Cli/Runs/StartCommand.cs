using System.CommandLine;
using Monolith.Cli.Pipelines;
using Monolith.Cli.Running;
using Monolith.Client;

namespace Monolith.Cli.Runs;

/// <summary><c>run</c>: starts a run of a stored pipeline or of a file, and tells it as it goes.</summary>
internal static class StartCommand
{
    private static readonly Argument<string> Pipeline = new("pipeline") { Description = "The name of a stored pipeline, or a file with a definition." };
    private static readonly Option<string[]> Input = Arguments.Input();
    private static readonly Option<string[]> Label = Arguments.Label();
    private static readonly Option<string?> Branch = new("--branch") { Description = "The branch that it is about.", HelpName = "NAME" };
    private static readonly Option<string?> Commit = new("--commit") { Description = "The commit that it is about.", HelpName = "SHA" };
    private static readonly Option<int?> Priority = new("--priority") { Description = "Greater goes first in the queue.", HelpName = "NUMBER" };
    private static readonly Option<bool> NoWait = new("--no-wait") { Description = "Start it and say its id." };
    private static readonly Option<bool> NonInteractive = Arguments.NonInteractive();

    public static Command Create(Surroundings around) =>
        new Command("run", "Starts a run and tells it as it goes.") { Pipeline, Input, Label, Branch, Commit, Priority, NoWait, NonInteractive }
            .Does(around, async (session, cancellationToken) =>
            {
                var run = await StartAsync(session, cancellationToken);
                return session.Get(NoWait)
                    ? ControlCommands.Tell(session, run)
                    : await Watching.FollowAsync(session, run, session.Get(NonInteractive), cancellationToken);
            });

    private static Task<RunResponse> StartAsync(Session session, CancellationToken cancellationToken)
    {
        var request = new StartRunRequest
        {
            Inputs = Given.Values("--input", session.Get(Input)),
            Labels = Given.Texts("--label", session.Get(Label)),
            Branch = session.Get(Branch),
            CommitSha = session.Get(Commit),
            Priority = session.Get(Priority),
        };
        var pipeline = session.Get(Pipeline);
        return DefinitionFile.IsNamed(pipeline)
            ? session.Client.StartDefinitionAsync(DefinitionFile.Read(pipeline), request, session.Project, cancellationToken)
            : session.Client.StartRunAsync(request with { Pipeline = pipeline }, session.Project, cancellationToken: cancellationToken);
    }
}
