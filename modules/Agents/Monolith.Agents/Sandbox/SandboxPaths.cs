using Microsoft.Extensions.Options;
using Monolith.Kernel;

namespace Monolith.Agents.Sandbox;

/// <summary>
/// What a program sees of the file system besides the system itself, which is this machine's or an image's: instead of the host's data, settings,
/// sockets and home folder something empty; the workspace as it is. What is named later lies over what is named before.
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

    /// <summary>Sockets of daemons, and what other programs leave lying about.</summary>
    private static readonly string[] Scratch = ["/run", "/var/tmp"];

    /// <summary>Mails, mounted secrets, other people's homes.</summary>
    private static readonly string[] Elsewhere = ["/var/spool", "/var/mail", "/root", "/home", "/mnt", "/media", "/srv", "/boot", "/lost+found"];

    /// <summary>Of the whole machine, and writable by whoever has root's number, without any capability.</summary>
    private static readonly string[] KernelFolders = ["/proc/sys", "/proc/irq", "/proc/bus", "/proc/fs", "/proc/acpi", "/proc/scsi"];

    private static readonly string[] KernelFiles = ["/proc/sysrq-trigger", "/proc/kcore", "/proc/keys", "/proc/timer_list", "/proc/sched_debug"];

    private static readonly string[] SecretFiles = ["/etc/shadow", "/etc/shadow-", "/etc/gshadow", "/etc/gshadow-", "/etc/sudoers", "/etc/ssl/private", "/etc/ssh"];

    /// <summary>Of the host's user. It is empty for programs, save for what is kept or shown in it.</summary>
    public static string Home { get; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Where the system is this machine's.</summary>
    public IEnumerable<SandboxMount> OverThisMachine(SandboxedProgram program) =>
    [
        .. Each(MountKind.Readable, KernelFolders),
        .. Each(MountKind.Hidden, KernelFiles),
        new(MountKind.Temporary, "/tmp"),
        .. Each(MountKind.Empty, Scratch.Where(IsFolder)),
        .. Each(MountKind.Hidden, Elsewhere.Where(IsFolder)),
        .. HomeFolder(),
        .. Each(MountKind.Readable, HomeTools),
        .. Shown(),
        .. Each(MountKind.Readable, [AppContext.BaseDirectory]),
        .. Kept(program),
    ];

    /// <summary>Where it is an image's, which has its own tools and nothing of the host's.</summary>
    public IEnumerable<SandboxMount> OverAnImage(SandboxedProgram program) =>
    [
        new(MountKind.Temporary, "/tmp"),
        .. Each(MountKind.Empty, Scratch),
        .. HomeFolder(),
        .. Shown(),
        .. Kept(program),
    ];

    private static IEnumerable<SandboxMount> HomeFolder() => Home.Length > 1 ? Each(MountKind.Empty, [Home]) : [];

    private IEnumerable<SandboxMount> Shown() =>
        [.. Each(MountKind.Readable, options.Value.Readable), .. Each(MountKind.Writable, HomeCaches.Concat(options.Value.Writable))];

    private IEnumerable<SandboxMount> Kept(SandboxedProgram program) =>
    [
        .. Each(MountKind.Hidden, SecretFiles.Concat(Settings()).Concat(Roots()).Concat(options.Value.Hidden)),
        .. program.Plugin is { } plugin ? Each(MountKind.Readable, [plugin]) : [],
        .. Each(MountKind.Readable, program.Capabilities.ReadablePaths),
        .. Each(MountKind.Writable, program.Capabilities.WritablePaths.Append(program.Workspace)),
    ];

    private static IEnumerable<SandboxMount> Each(MountKind how, IEnumerable<string> paths) =>
        paths.Select(path => new SandboxMount(how, Path.TrimEndingDirectorySeparator(Full(path))));

    /// <summary>The host's data, with the workspaces of other runs, the artifacts, and the database's cluster and socket.</summary>
    private IEnumerable<string> Roots() => new[] { data.Root, data.SharedRoot }.OfType<string>();

    /// <summary>Connection strings and keys may stand in them.</summary>
    private static IEnumerable<string> Settings() =>
        new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() }.Distinct()
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "appsettings*.json"));

    private static string Full(string path) => path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home, path[2..]) : path;

    // bubblewrap does not mount over a link, and what it leads to is hidden by its own name.
    private static bool IsFolder(string path) => new DirectoryInfo(path) is { Exists: true, LinkTarget: null };
}
