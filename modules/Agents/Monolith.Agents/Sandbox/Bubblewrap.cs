using System.Globalization;
using Microsoft.Extensions.Options;
using Monolith.Agents.Sandbox.Hosts;

namespace Monolith.Agents.Sandbox;

/// <summary>The command line of bubblewrap for a program.</summary>
internal sealed class Bubblewrap(BubblewrapProbe probe, SandboxPaths paths, HostProxy proxy, IOptions<SandboxOptions> options) : ISandbox
{
    /// <summary>
    /// Processes, names and inter-process communication of its own, no way to push characters into the host's terminal, and no capability of root.
    /// Not <c>--die-with-parent</c>: that is bound to the thread that started it.
    /// </summary>
    public static IReadOnlyList<string> Base { get; } =
        ["--unshare-user-try", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--new-session", "--cap-drop", "ALL"];

    public SandboxMode Mode => SandboxMode.Bubblewrap;

    public string? Fault => probe.Fault;

    public ProgramCommand Command(SandboxedProgram program)
    {
        var hosts = program.Capabilities.Hosts;
        var isOpen = hosts.Contains("*");
        var socket = isOpen || hosts.Count == 0 ? null : proxy.For(hosts);
        var inner = program.Command.Environment.Where(variable => LoaderVariables.Heed(variable.Key, variable.Value)).ToList();
        List<string> arguments =
        [
            .. Limits(),
            probe.File!,
            .. Base,
            .. isOpen ? Array.Empty<string>() : ["--unshare-net"],
            "--ro-bind", "/", "/",
            "--dev", "/dev",
            "--proc", "/proc",
            .. paths.OverThisMachine(program).SelectMany(Mounted),
            .. socket is null ? Array.Empty<string>() : ["--bind", socket, socket],
            .. inner.SelectMany(variable => new[] { "--setenv", variable.Key, variable.Value }),
            "--chdir", program.Folder,
            "--",
            .. socket is null ? [] : HostProxy.Bridge(socket),
            program.Command.File,
            .. program.Command.Arguments,
        ];
        return new ProgramCommand(arguments[0], arguments[1..], program.Command.Environment.Except(inner).ToDictionary());
    }

    private string[] Mounted(SandboxMount mount) => mount.How switch
    {
        MountKind.Readable => ["--ro-bind-try", mount.Path, mount.Path],
        MountKind.Writable => ["--bind-try", mount.Path, mount.Path],
        MountKind.Temporary => ["--size", Bytes(options.Value.TemporaryBytes()), "--tmpfs", mount.Path],
        MountKind.Hidden when File.Exists(mount.Path) => ["--ro-bind", "/dev/null", mount.Path],
        MountKind.Hidden when !Directory.Exists(mount.Path) => [],
        _ => ["--tmpfs", mount.Path],
    };

    /// <summary>Of each process; how many there are and how long they run is bounded by the stage's timeout, which ends them all.</summary>
    private IEnumerable<string> Limits()
    {
        yield return "/usr/bin/prlimit";
        yield return "--core=0";
        yield return $"--fsize={Bytes(options.Value.FileBytes())}";
        if (options.Value.MemoryMiB > 0)
            yield return $"--data={Bytes(options.Value.MemoryBytes())}";
    }

    private static string Bytes(long count) => count.ToString(CultureInfo.InvariantCulture);
}
