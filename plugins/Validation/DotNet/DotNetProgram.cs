using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet;

/// <summary>Runs <c>dotnet</c> in the repository's folder so that it speaks English and leaves no server behind.</summary>
internal static class DotNetProgram
{
    /// <summary>For commands that compile: the property wins over what a project says, which a variable does not.</summary>
    public const string NoCompilerServer = "-p:UseSharedCompilation=false";

    public static Task<ProgramResult> RunAsync(
        ValidationJob job, IReadOnlyList<string> arguments, CancellationToken cancellationToken, bool log = true) =>
        job.Context.Programs.RunAsync(
            new ProgramSpec("dotnet", arguments)
            {
                WorkingFolder = WorkspacePath.Relative(job.Context, job.Folder),
                Environment = DotNetEnvironment.Create(),
                LogOutput = log,
            },
            cancellationToken);

    public static string Configuration(ValidationJob job) => job.Parameters.Text("configuration") ?? "Release";
}
