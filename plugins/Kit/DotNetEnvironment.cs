namespace Monolith.Plugins.Kit;

/// <summary>Variables by which <c>dotnet</c> speaks English, asks nothing, and leaves no server behind, which would keep the folder in use.</summary>
internal static class DotNetEnvironment
{
    public static Dictionary<string, string?> Create() => new()
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
