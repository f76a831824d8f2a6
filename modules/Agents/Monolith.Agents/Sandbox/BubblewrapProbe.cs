using System.ComponentModel;
using System.Diagnostics;

namespace Monolith.Agents.Sandbox;

/// <summary>Whether bubblewrap is there and works, which a container or a hardened kernel may forbid. Asked once, when the first program is to run.</summary>
internal sealed class BubblewrapProbe
{
    private const string Mend = "Install bubblewrap (apt-get install bubblewrap), or set Sandbox:Mode to None to run programs without a sandbox.";

    private readonly Lazy<(string? File, string? Fault)> found = new(Find);

    /// <summary>Full path; null when it cannot be used.</summary>
    public string? File => found.Value.File;

    /// <summary>Why it cannot be used and how to mend it; null when it can.</summary>
    public string? Fault => found.Value.Fault;

    private static (string? File, string? Fault) Find()
    {
        if (!OperatingSystem.IsLinux())
            return (null, $"There is no sandbox for programs on this system. {Mend}");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        if (folders.Select(folder => Path.Combine(folder, "bwrap")).FirstOrDefault(System.IO.File.Exists) is not { } file)
            return (null, $"The program bwrap, the sandbox for programs, is not on PATH. {Mend}");
        return Try(file) is { } said ? (null, $"The sandbox for programs does not work here: {said} {Mend}") : (file, null);
    }

    private static string? Try(string file)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, [.. Bubblewrap.Base, "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "--unshare-net", "--", "/bin/true"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            var said = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : said;
        }
        catch (Win32Exception fault)
        {
            return fault.Message;
        }
    }
}
