using System.Collections;
using System.Diagnostics;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>
/// What a program finds in its environment: the few variables of the host that tools cannot do without, then the stage's,
/// then the call's own. The host's connection strings and secrets are not among them.
/// </summary>
internal static class ProgramEnvironment
{
    public const string RunMarker = "MONOLITH_RUN";
    public const string ExecutionMarker = "MONOLITH_EXECUTION";

    private static readonly HashSet<string> Passed = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP", "TERM",
        "DOTNET_ROOT", "DOTNET_HOST_PATH", "DOTNET_CLI_HOME", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "NUGET_PACKAGES",
        "NUGET_CERT_REVOCATION_MODE", "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME", "XDG_DATA_HOME", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA",
        "LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMDATA", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    };

    public static void Fill(IDictionary<string, string?> environment, AgentCall call, ProgramSpec program)
    {
        environment.Clear();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (Passed.Contains((string)variable.Key))
                environment[(string)variable.Key] = (string?)variable.Value;
        }

        foreach (var (name, value) in call.Environment)
            environment[name] = value;
        foreach (var (name, value) in program.Environment)
        {
            if (value is null)
                environment.Remove(name);
            else
                environment[name] = value;
        }

        environment[RunMarker] = call.RunId;
        environment[ExecutionMarker] = MarkerOf(call);
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } trace })
            environment["TRACEPARENT"] = trace;
    }

    public static string MarkerOf(AgentCall call) => $"{call.RunId}/{call.StageId}/{call.Attempt}";
}
