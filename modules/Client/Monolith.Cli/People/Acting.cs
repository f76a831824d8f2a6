using System.CommandLine;
using Monolith.Cli.Running;
using Monolith.Client;

namespace Monolith.Cli.People;

/// <summary>Who decides and answers, where nobody signs in: somebody must.</summary>
internal static class Acting
{
    public static Option<string?> Option() => new("--as") { Description = "Who acts, where nobody signs in. Else MONOLITH_USER, the profile's user, or your name on this machine.", HelpName = "NAME" };

    public static MonolithClient As(Session session, string? name) => new(session.Target.Address, session.Target.Key, name ?? session.Target.User ?? Environment.UserName);
}
