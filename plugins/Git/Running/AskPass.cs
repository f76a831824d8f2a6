namespace Monolith.Plugins.Git.Running;

/// <summary>
/// The program git asks for a name and a password. What it answers is in its environment alone: not on a command line,
/// which every user of the machine can read, and not on disk.
/// </summary>
internal static class AskPass
{
    // Git puts the name it was told into the question for the password, newer versions with percent signs.
    private const string Script = """
        #!/bin/sh
        case "$1" in
          "Username for '$MONOLITH_GIT_ORIGIN'"* | "Username for '$MONOLITH_GIT_ORIGIN/"*)
            printf '%s\n' "$MONOLITH_GIT_USER" ;;
          "Password for '$MONOLITH_GIT_ASKED'"* | "Password for '$MONOLITH_GIT_ASKED/"* | \
          "Password for '$MONOLITH_GIT_ASKED_ESCAPED'"* | "Password for '$MONOLITH_GIT_ASKED_ESCAPED/"*)
            printf '%s\n' "$MONOLITH_GIT_PASSWORD" ;;
          *) exit 1 ;;
        esac

        """;

    public static string Write(string privateFolder)
    {
        var file = Path.Combine(privateFolder, "askpass.sh");
        File.WriteAllText(file, Script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return file;
    }

    public static void Fill(Dictionary<string, string?> environment, RemoteCredentials credentials)
    {
        environment["MONOLITH_GIT_ORIGIN"] = credentials.Origin;
        environment["MONOLITH_GIT_ASKED"] = Asked(credentials.Origin, credentials.User);
        environment["MONOLITH_GIT_ASKED_ESCAPED"] = Asked(credentials.Origin, Uri.EscapeDataString(credentials.User));
        environment["MONOLITH_GIT_USER"] = credentials.User;
        environment["MONOLITH_GIT_PASSWORD"] = credentials.Password;
    }

    private static string Asked(string origin, string user) => origin.Replace("://", $"://{user}@", StringComparison.Ordinal);
}
