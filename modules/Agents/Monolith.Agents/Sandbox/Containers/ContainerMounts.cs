using System.Globalization;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>Mounts as an engine takes them, which puts the deeper path over the less deep one whatever comes first.</summary>
internal static class ContainerMounts
{
    /// <param name="isPodman">podman fills an empty folder with what was there before, unless it is told not to.</param>
    public static IEnumerable<string> Arguments(IEnumerable<SandboxMount> mounts, long temporaryBytes, bool isPodman)
    {
        var empty = isPodman ? "rw,exec,nosuid,nodev,mode=1777,notmpcopyup" : "rw,exec,nosuid,nodev,mode=1777";
        return Seen([.. mounts]).Select(mount => mount.How switch
        {
            MountKind.Readable => Bound(mount.Path, mount.Path, ",readonly"),
            MountKind.Writable => Bound(mount.Path, mount.Path, ""),
            MountKind.Temporary => string.Create(CultureInfo.InvariantCulture, $"--tmpfs={mount.Path}:{empty},size={temporaryBytes}"),
            MountKind.Hidden when File.Exists(mount.Path) => Bound("/dev/null", mount.Path, ",readonly"),
            _ => $"--tmpfs={mount.Path}:{empty}",
        });
    }

    /// <summary>Without what a later one lies over, what is not there, and what hides something that nothing shows.</summary>
    public static IEnumerable<SandboxMount> Seen(IReadOnlyList<SandboxMount> mounts) => mounts.Where((mount, index) =>
        !mounts.Skip(index + 1).Any(later => IsThere(later) && IsWithin(mount.Path, later.Path))
        && IsThere(mount)
        && (mount.How != MountKind.Hidden || mounts.Take(index).Any(earlier => IsOfHost(earlier) && IsWithin(mount.Path, earlier.Path))));

    private static bool IsThere(SandboxMount mount) => mount.How is MountKind.Empty or MountKind.Temporary || Path.Exists(mount.Path);

    private static bool IsOfHost(SandboxMount mount) => mount.How is MountKind.Readable or MountKind.Writable && Path.Exists(mount.Path);

    private static bool IsWithin(string path, string folder) => path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static string Bound(string outside, string inside, string access) => $"--mount=type=bind,{Quoted($"src={outside}")},{Quoted($"dst={inside}")}{access}";

    // The engines read it as a line of comma-separated values.
    private static string Quoted(string field) => field.AsSpan().ContainsAny(',', '"') ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
