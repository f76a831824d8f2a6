using System.Collections;
using System.Text.RegularExpressions;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>
/// A program's environment as the engine takes it. <c>--env NAME</c> has the engine take the value from its own environment, where no list of
/// processes shows it. What the engine would obey itself is given with its value instead, and so never reaches it.
/// </summary>
internal static partial class EngineVariables
{
    private static readonly string[] Obeyed =
    [
        "DOCKER_", "CONTAINER", "_CONTAINER", "PODMAN", "LIBPOD", "BUILDAH_", "BUILDKIT_", "MOBY_", "REGISTRIES_", "REGISTRY_AUTH_FILE", "STORAGE_DRIVER", "STORAGE_OPTS",
        "GODEBUG", "GOTRACEBACK", "GOMAXPROCS", "GOGC", "GOMEMLIMIT", "GOCOVERDIR", "OTEL_", "XDG_", "DBUS_", "SSH_AUTH_SOCK", "SSL_CERT_", "NOTIFY_SOCKET", "LISTEN_",
        "_OCI", "OCI_", "RUNC_", "CNI_", "NETAVARK_", "PATH", "HOME", "TMPDIR",
    ];

    /// <summary>The host's, by which engines find their settings and daemons.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfHost() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(variable => new KeyValuePair<string, string>((string)variable.Key, (string?)variable.Value ?? ""))
        .Where(variable => variable.Key.StartsWith("DOCKER_", StringComparison.Ordinal) || variable.Key.StartsWith("CONTAINER", StringComparison.Ordinal));

    public static (IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment) Give(IEnumerable<KeyValuePair<string, string>> program)
    {
        var arguments = new List<string>();
        var environment = new Dictionary<string, string>(ContainerEngine.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in program)
        {
            var isSilent = IsSilent(name, value);
            arguments.Add(isSilent ? $"--env={name}" : $"--env={name}={value}");
            if (isSilent)
                environment[name] = value;
        }

        return (arguments, environment);
    }

    private static bool IsSilent(string name, string value) => ContainerEngine.Variables.TryGetValue(name, out var own)
        ? own == value
        : Plain().IsMatch(name) && !LoaderVariables.Heed(name, value) && !Obeyed.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    // An asterisk at the end would stand for more than one.
    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Plain();
}
