using System.Globalization;
using Microsoft.Extensions.Options;

namespace Monolith.Agents.Sandbox;

/// <summary>The command line of bubblewrap for a program.</summary>
internal sealed class Bubblewrap(BubblewrapProbe probe, SandboxPaths paths, HostProxy proxy, IOptions<SandboxOptions> options)
{
    private const long Mi = 1 << 20;

    /// <summary>
    /// Processes, names and inter-process communication of its own, no way to push characters into the host's terminal, and no capability of root.
    /// Not <c>--die-with-parent</c>: that is bound to the thread that started it.
    /// </summary>
    public static IReadOnlyList<string> Base { get; } =
        ["--unshare-user-try", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--new-session", "--cap-drop", "ALL"];

    public ProgramCommand Command(SandboxedProgram program)
    {
        var isOpen = program.Capabilities.Hosts.Contains("*");
        var bridge = isOpen || program.Capabilities.Hosts.Count == 0 ? null : proxy.For(program.Capabilities.Hosts);
        List<string> arguments =
        [
            .. Limits(),
            probe.File!,
            .. Base,
            .. isOpen ? Array.Empty<string>() : ["--unshare-net"],
            .. paths.Arguments(program),
            .. bridge is null ? Array.Empty<string>() : ["--bind", bridge.Socket, bridge.Socket],
            "--chdir", program.Folder,
            "--",
            .. bridge?.Prefix ?? [],
            program.File,
            .. program.Arguments,
        ];
        return new ProgramCommand(arguments[0], arguments[1..]);
    }

    /// <summary>Of each process; how many there are and how long they run is bounded by the stage's timeout, which ends them all.</summary>
    private IEnumerable<string> Limits()
    {
        yield return "/usr/bin/prlimit";
        yield return "--core=0";
        yield return string.Create(CultureInfo.InvariantCulture, $"--fsize={options.Value.FileMiB * Mi}");
        if (options.Value.MemoryMiB > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"--data={options.Value.MemoryMiB * Mi}");
    }
}
