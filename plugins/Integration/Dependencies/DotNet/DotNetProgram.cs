using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Dependencies.DotNet;

/// <summary>Runs <c>dotnet</c> so that it speaks English and leaves no server behind.</summary>
internal static class DotNetProgram
{
    private static readonly Dictionary<string, string?> Environment = new()
    {
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILDTERMINALLOGGER"] = "off",
        // What the SDK sets for the programs it starts misleads another SDK.
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["MSBUILD_EXE_PATH"] = null,
    };

    public static Task<ProgramResult> RunAsync(Repository tree, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        tree.Context.Programs.RunAsync(
            new ProgramSpec("dotnet", arguments)
            {
                WorkingFolder = WorkspacePath.Relative(tree.Context, tree.Folder),
                Environment = Environment,
                LogOutput = false,
            },
            cancellationToken);
}
