using Monolith.Plugins.CodingCli.Limits;

namespace Monolith.Plugins.CodingCli.Run;

/// <summary>What a stage asks for.</summary>
internal sealed record RunRequest(
    IReadOnlyList<string> Command,
    string Prompt,
    string Path,
    TimeSpan Timeout,
    TouchRules Rules,
    bool RequireChanges,
    CostLimit? Cost,
    IReadOnlyDictionary<string, string?> Environment)
{
    private const string PromptMark = "{prompt}";
    private const string FileMark = "{promptFile}";
    private const int UsualMaxFiles = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Null when an argument holds the prompt, or names its file.</summary>
    public string? StandardInput => Command.Any(argument => argument.Contains(PromptMark, StringComparison.Ordinal) || argument.Contains(FileMark, StringComparison.Ordinal))
        ? null
        : Prompt;

    public static Outcome<RunRequest> Read(IAgentContext context)
    {
        var parameters = context.Parameters;
        if (!EnvironmentOf(context).Try(out var environment, out var failure))
        {
            return failure;
        }

        return new RunRequest(
            parameters.Texts("command"),
            parameters.RequiredText("prompt"),
            parameters.Text("path") ?? "source",
            parameters.Duration("timeout", Longest),
            new TouchRules(parameters.Texts("mayTouch"), parameters.Texts("mustNotTouch"), parameters.Integer("maxChangedFiles") ?? UsualMaxFiles),
            parameters.Flag("requireChanges", otherwise: true),
            CostLimit.Read(parameters.Value("cost")),
            environment);
    }

    public ProgramSpec Program(IAgentContext context, string folder, string promptFile, Action<string> onLine) => new(
        Command[0],
        [.. Command.Skip(1).Select(argument => argument
            .Replace(FileMark, promptFile, StringComparison.Ordinal)
            .Replace(PromptMark, Prompt, StringComparison.Ordinal))])
    {
        WorkingFolder = WorkspacePath.Relative(context, folder),
        Environment = Environment,
        StandardInput = StandardInput,
        OnLine = onLine,
    };

    private static Outcome<IReadOnlyDictionary<string, string?>> EnvironmentOf(IAgentContext context)
    {
        var environment = context.Parameters.Map("environment").ToDictionary(entry => entry.Key, entry => (string?)entry.Value);
        foreach (var (name, secret) in context.Parameters.Map("secretEnvironment"))
        {
            if (context.Secrets.Find(secret) is not { } value)
            {
                return Failed.Validation($"There is no secret '{secret}' for '{name}': the stage must declare it and a store must hold it.");
            }

            environment[name] = value;
        }

        return environment;
    }
}
