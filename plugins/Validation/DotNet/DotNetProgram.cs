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
                Environment = Environment(),
                LogOutput = log,
            },
            cancellationToken);

    public static string Configuration(ValidationJob job) => job.Parameters.Text("configuration") ?? "Release";

    private static Dictionary<string, string?> Environment() => new()
    {
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "true",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILDTERMINALLOGGER"] = "off",
        ["UseSharedCompilation"] = "false",
        ["UseRazorBuildServer"] = "false",
        // What the SDK sets for the programs it starts, a host under 'dotnet run' among them, misleads another SDK.
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["DOTNET_CLI_TELEMETRY_SESSIONID"] = null,
    };
}
