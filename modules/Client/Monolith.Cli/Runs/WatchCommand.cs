using System.CommandLine;
using Monolith.Cli.Running;

namespace Monolith.Cli.Runs;

/// <summary><c>watch</c>: tells a run from its beginning to its end.</summary>
internal static class WatchCommand
{
    private static readonly Argument<Guid> Run = Arguments.Run();
    private static readonly Option<bool> NonInteractive = Arguments.NonInteractive();

    public static Command Create(Surroundings around) =>
        new Command("watch", "Tells a run as it goes.") { Run, NonInteractive }.Does(around, async (session, cancellationToken) =>
        {
            var run = await session.Client.GetRunAsync(session.Get(Run), cancellationToken: cancellationToken);
            return await Watching.FollowAsync(session, run, session.Get(NonInteractive), cancellationToken);
        });
}
