using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Checks;

/// <summary>Runs a tool in the repository's folder.</summary>
internal static class ToolProgram
{
    private static readonly Dictionary<string, string?> NoColour = new() { ["NO_COLOR"] = "1" };

    /// <exception cref="ProgramStartException">There is no such program; the message says it in the words of reports.</exception>
    public static async Task<ProgramResult> RunAsync(
        ValidationJob job, string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken,
        bool log = true, IReadOnlyDictionary<string, string?>? environment = null, Action<string>? onLine = null)
    {
        try
        {
            return await job.Context.Programs.RunAsync(
                new ProgramSpec(program, arguments)
                {
                    WorkingFolder = WorkspacePath.Relative(job.Context, job.Folder),
                    Environment = new Dictionary<string, string?>(NoColour.Concat(environment ?? new Dictionary<string, string?>())),
                    LogOutput = log,
                    OnLine = onLine,
                },
                cancellationToken);
        }
        catch (ProgramStartException fault)
        {
            throw new ProgramStartException($"program \"{program}\" was not found ({fault.Message.TrimEnd('.')})", fault);
        }
    }
}
