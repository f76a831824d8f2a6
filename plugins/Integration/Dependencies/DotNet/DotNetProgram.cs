using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Dependencies.DotNet;

/// <summary>Runs <c>dotnet</c> so that it speaks English and leaves no server behind.</summary>
internal static class DotNetProgram
{
    public static Task<ProgramResult> RunAsync(Repository tree, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        tree.Context.Programs.RunAsync(
            new ProgramSpec("dotnet", arguments)
            {
                WorkingFolder = WorkspacePath.Relative(tree.Context, tree.Folder),
                Environment = DotNetEnvironment.Create(),
                LogOutput = false,
            },
            cancellationToken);
}
