using System.Globalization;
using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Agents.Sandbox;

/// <summary>
/// What a program sees of the file system: the system read-only; instead of the host's data, settings, sockets and home folder something empty; the
/// workspace as it is. What is named later lies over what is named before.
/// </summary>
internal sealed class SandboxPaths(DataFolders data, IOptions<SandboxOptions> options)
{
    /// <summary>Tools that people install for themselves.</summary>
    private static readonly string[] HomeTools =
        ["~/.dotnet", "~/.cargo", "~/.rustup", "~/.pyenv", "~/.nvm", "~/.volta", "~/.sdkman", "~/.local/bin", "~/.local/lib", "~/.local/share/pnpm", "~/go/bin",
         "~/.gitconfig", "~/.npmrc", "~/.config/git", "~/.config/pip", "~/.config/NuGet", "~/.cache/ms-playwright"];

    /// <summary>What package managers keep from one run to the next.</summary>
    private static readonly string[] HomeCaches =
        ["~/.nuget", "~/.local/share/NuGet", "~/.npm", "~/.cache/pip", "~/.cache/go-build", "~/.cache/yarn", "~/go/pkg"];

    /// <summary>Sockets of daemons, mounted secrets, and what other programs leave lying about.</summary>
    private static readonly string[] Elsewhere = ["/run", "/var/tmp", "/var/spool", "/var/mail", "/root", "/home", "/mnt", "/media", "/srv", "/boot", "/lost+found"];

    /// <summary>Of the whole machine, and writable by whoever has root's number, without any capability.</summary>
    private static readonly string[] KernelFolders = ["/proc/sys", "/proc/irq", "/proc/bus", "/proc/fs", "/proc/acpi", "/proc/scsi"];

    private static readonly string[] KernelFiles = ["/proc/sysrq-trigger", "/proc/kcore", "/proc/keys", "/proc/timer_list", "/proc/sched_debug"];

    private static readonly string[] SecretFiles = ["/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-", "/etc/sudoers", "/etc/ssl/private", "/etc/ssh"];

    private static readonly string Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    public IEnumerable<string> Arguments(SandboxedProgram program) =>
    [
        "--ro-bind", "/", "/",
        "--dev", "/dev",
        "--proc", "/proc",
        .. KernelFolders.SelectMany(folder => Bound("--ro-bind-try", folder)),
        .. KernelFiles.Where(File.Exists).SelectMany(Covered),
        .. Temporary("/tmp"),
        .. Elsewhere.Where(Directory.Exists).Where(folder => !IsLink(folder)).SelectMany(Emptied),
        .. Home.Length > 1 ? Emptied(Home) : [],
        .. HomeTools.Concat(options.Value.Readable).SelectMany(path => Bound("--ro-bind-try", path)),
        .. HomeCaches.Concat(options.Value.Writable).SelectMany(path => Bound("--bind-try", path)),
        .. Bound("--ro-bind", AppContext.BaseDirectory),
        .. SecretFiles.Concat(Settings()).SelectMany(Covered),
        .. Roots().SelectMany(Emptied),
        .. options.Value.Hidden.Select(Full).SelectMany(path => Directory.Exists(path) ? Emptied(path) : Covered(path)),
        .. program.Plugin is { } plugin ? Bound("--ro-bind", plugin) : [],
        .. program.Capabilities.ReadablePaths.SelectMany(path => Bound("--ro-bind-try", path)),
        .. program.Capabilities.WritablePaths.SelectMany(path => Bound("--bind-try", path)),
        .. Bound("--bind", program.Workspace),
    ];

    private string[] Temporary(string folder) =>
        ["--size", (options.Value.TemporaryMiB * (1L << 20)).ToString(CultureInfo.InvariantCulture), "--tmpfs", folder];

    private static string[] Emptied(string folder) => ["--tmpfs", folder];

    private static string[] Covered(string path) =>
        File.Exists(path) ? ["--ro-bind", "/dev/null", path] : Directory.Exists(path) ? ["--tmpfs", path] : [];

    private static string[] Bound(string how, string path) => Full(path) is var full && Path.TrimEndingDirectorySeparator(full) is var plain ? [how, plain, plain] : [];

    /// <summary>The host's data, with the workspaces of other runs, the artifacts, and the database's cluster and socket.</summary>
    private IEnumerable<string> Roots() => new[] { data.Root, data.SharedRoot }.OfType<string>().Where(Directory.Exists);

    /// <summary>Connection strings and keys may stand in them.</summary>
    private static IEnumerable<string> Settings() =>
        new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() }.Distinct()
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "appsettings*.json"));

    private static string Full(string path) => path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home, path[2..]) : path;

    // bubblewrap does not mount over a link, and what it leads to is hidden by its own name.
    private static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;
}
