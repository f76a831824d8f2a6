using System.CommandLine;
using Monolith.Cli.Running;
using Monolith.Client;

namespace Monolith.Cli.People;

/// <summary>Who acts, where nobody signs in.</summary>
internal static class Acting
{
    public static Option<string?> Option() => new("--as") { Description = "Who acts, where nobody signs in. Else the profile's user, MONOLITH_USER or yourself.", HelpName = "NAME" };

    public static MonolithClient As(Session session, string? name) => new(session.Target.Address, session.Target.Key, name ?? session.Target.User);
}
