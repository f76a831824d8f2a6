namespace Monolith.Host.Startup;

/// <summary>What the host's program can be told to do: one list for its help and for whoever types something else.</summary>
internal static class HostHelp
{
    private const string Start = "dotnet run --project host";

    private static readonly (string Word, string More, string Does)[] Commands =
    [
        ("demo", "[--full]", "see a sample pipeline run"),
        ("run", "FILE [--input NAME=VALUE]", "run a definition of yours"),
        ("drill", "[--kills N]", "see what crashes leave"),
        ("keys", "create --role ROLE --name NAME", "make a key"),
        ("verify-evidence", "FILE", "check an evidence bundle"),
        ("verify-audit", "FILE|database", "check the audit trail"),
        ("plugins", "keygen|sign|verify", "sign and verify plugins"),
        ("settings", "schema|page", "print what can be set"),
    ];

    public static string Text { get; } = $"""
        Monolith runs pipelines: graphs of stages that agents do. Without a command it starts, says where it is, and serves until it is stopped.

          {Start}

        Commands:

        {string.Join('\n', Commands.Select(one => $"  {Start} -- {$"{one.Word} {one.More}",-40} {one.Does}"))}

        Settings are files (appsettings.json), the environment (Engine__Lease=00:00:30) and words here, such as:

          {Start} -- --urls=http://localhost:8090 --Storage:DataDirectory=data

        --check-config says what is wrong with them and starts nothing. host/settings.md lists them all.
        """;

    public static string NoCommand(string word) =>
        $"There is no command '{word}'. Give none to start the host, or {string.Join(", ", Commands.Select(one => $"'{one.Word}' to {one.Does}"))}.";

    public static bool IsAsked(string[] args) => args is ["help", ..] || args.Any(word => word is "--help" or "-h" or "-?");
}
