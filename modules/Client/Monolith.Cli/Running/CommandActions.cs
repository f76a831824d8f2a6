using System.CommandLine;

namespace Monolith.Cli.Running;

/// <summary>What commands do.</summary>
internal static class CommandActions
{
    /// <summary>Has a command do something at the host.</summary>
    public static Command Does(this Command command, Surroundings around, Func<Session, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (words, cancellationToken) =>
        {
            using var session = new Session(words, around);
            return await action(session, cancellationToken);
        });
        return command;
    }
}
