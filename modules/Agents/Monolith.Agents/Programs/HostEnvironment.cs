namespace Monolith.Agents.Programs;

/// <summary>
/// The host's variables that programs need to find tools, homes, proxies and certificates. No other variable of the host
/// reaches a program: connection strings and keys live there too.
/// </summary>
internal static class HostEnvironment
{
    private static readonly string[] Names =
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ", "TERM",
        "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH",
        "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME",

        "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_CLI_HOME", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_NOLOGO",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "MSBUILDDISABLENODEREUSE", "UseSharedCompilation",
        "NUGET_PACKAGES", "NUGET_HTTP_CACHE_PATH", "NUGET_SCRATCH", "NUGET_CERT_REVOCATION_MODE",
        "JAVA_HOME", "GOPATH", "GOROOT", "GOCACHE", "CARGO_HOME", "RUSTUP_HOME", "PYENV_ROOT", "NVM_DIR",

        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "PIP_CERT", "NODE_EXTRA_CA_CERTS",
        "GIT_SSL_CAINFO",

        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "OS", "USERNAME", "USERPROFILE", "HOMEDRIVE", "HOMEPATH",
        "APPDATA", "LOCALAPPDATA", "ProgramData", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "CommonProgramFiles",
        "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    ];

    /// <summary>Those that name no file or folder of this machine.</summary>
    private static readonly string[] Portable =
    [
        "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ", "TERM",
        "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_NOLOGO", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "MSBUILDDISABLENODEREUSE", "UseSharedCompilation",
        "NUGET_CERT_REVOCATION_MODE",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
    ];

    public static IEnumerable<KeyValuePair<string, string>> Variables() => Of(Names);

    /// <summary>For a program that does not see this machine's files.</summary>
    public static IEnumerable<KeyValuePair<string, string>> PortableVariables() => Of(Portable);

    private static IEnumerable<KeyValuePair<string, string>> Of(string[] names)
    {
        foreach (var name in names)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                yield return new(name, value);
        }
    }
}
