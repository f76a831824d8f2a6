namespace Monolith.Plugins.Git.Running;

/// <summary>Runs git for one stage: never asking, with no settings but its own, with no transport but the plain ones.</summary>
internal sealed class GitProgram
{
    // Given here and not in the settings, which the other end of a push to a folder would obey as well.
    private static readonly string[] NoHooks = ["-c", "core.hooksPath=/dev/null"];

    private readonly IAgentContext context;
    private readonly Dictionary<string, string?> environment;

    private GitProgram(IAgentContext context, string privateFolder, Dictionary<string, string?> environment)
    {
        this.context = context;
        this.environment = environment;
        PrivateFolder = privateFolder;
    }

    public string PrivateFolder { get; }

    public static GitProgram Prepare(IAgentContext context, RemoteCredentials? credentials = null)
    {
        var folder = Kit.PrivateFolder.Renew(context, "git");
        return new GitProgram(context, folder, GitEnvironment.Of(context, folder, credentials ?? RemoteCredentials.None));
    }

    /// <summary>Runs git in a folder; <paramref name="log"/> says whether people see its output.</summary>
    public Task<ProgramResult> RunAsync(
        string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool log = false,
        IReadOnlyDictionary<string, string?>? extraEnvironment = null)
    {
        var program = new ProgramSpec("git", [.. NoHooks, .. arguments])
        {
            WorkingFolder = WorkspacePath.Relative(context, folder),
            Environment = extraEnvironment is null ? environment : Merged(extraEnvironment),
            LogOutput = log,
        };
        return context.Programs.RunAsync(program, cancellationToken);
    }

    private Dictionary<string, string?> Merged(IReadOnlyDictionary<string, string?> extra)
    {
        var merged = new Dictionary<string, string?>(environment);
        foreach (var (name, value) in extra)
        {
            merged[name] = value;
        }

        return merged;
    }
}
