namespace Monolith.Plugins.Git.Running;

internal static class GitEnvironment
{
    // The folders of a run may belong to another user than the host's; whoever may write a definition may read them anyhow.
    // A system's or person's own settings (helpers, signing, templates) have no part in a run.
    private const string Settings = """
        [safe]
        	directory = *
        [core]
        	autocrlf = false
        	fsmonitor = false
        [commit]
        	gpgSign = false
        [init]
        	templateDir =
        [gc]
        	auto = 0
        [maintenance]
        	auto = false
        [advice]
        	detachedHead = false
        [http]
        	lowSpeedLimit = 1
        	lowSpeedTime = 60

        """;

    private static readonly string[] Foreign =
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_CONFIG",
         "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_EXEC_PATH", "GIT_TEMPLATE_DIR", "GIT_PROXY_COMMAND", "GIT_SSH"];

    public static Dictionary<string, string?> Of(IAgentContext context, string privateFolder, RemoteCredentials credentials)
    {
        var settings = Path.Combine(privateFolder, "config");
        File.WriteAllText(settings, Settings);
        var environment = Foreign.Concat(context.Environment.Keys.Where(IsGitsOwn)).Distinct()
            .ToDictionary(name => name, _ => (string?)null);
        environment["GIT_CONFIG_GLOBAL"] = settings;
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["GIT_ALLOW_PROTOCOL"] = "file:https:http:ssh:git";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes -o ConnectTimeout=30";
        environment["GIT_EDITOR"] = "true";
        environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(context.Workspace);
        environment["LC_ALL"] = "C";
        environment["GIT_ASKPASS"] = AskPass.Write(privateFolder);
        AskPass.Fill(environment, credentials);
        return environment;
    }

    // A stage's own would undo what is set here, or have git print what it sends. Certificates are a stage's to choose.
    private static bool IsGitsOwn(string name) =>
        name.StartsWith("GIT_", StringComparison.Ordinal) && !name.StartsWith("GIT_SSL_CA", StringComparison.Ordinal);
}
