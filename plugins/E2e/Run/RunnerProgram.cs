using Monolith.Plugins.E2e.Results;
using Monolith.Plugins.E2e.Runner;

namespace Monolith.Plugins.E2e.Run;

/// <summary>Starts this assembly as a program.</summary>
internal static class RunnerProgram
{
    public static async Task<ProgramResult> RunAsync(IAgentContext context, RunnerJob job, Journal journal, CancellationToken cancellationToken)
    {
        var runner = Path.Combine(Folder(context), $"{typeof(RunnerProgram).Assembly.GetName().Name}.dll");
        var program = new ProgramSpec("dotnet", runner)
        {
            // Secrets come this way: arguments and variables can be seen by others.
            StandardInput = job.ToJson().ToJsonString(),
            LogOutput = false,
            OnLine = journal.Take,
            Environment = new Dictionary<string, string?> { ["DOTNET_NOLOGO"] = "1", ["NODE_NO_WARNINGS"] = "1" },
        };
        return await context.Programs.RunAsync(program, cancellationToken);
    }

    // A host loads plugins from memory, and then only it knows where the files lie.
    private static string Folder(IAgentContext context) => context.PluginFolder is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;
}
