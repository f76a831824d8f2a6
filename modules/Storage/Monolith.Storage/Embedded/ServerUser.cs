using System.Diagnostics;

namespace Monolith.Storage.Embedded;

/// <summary>Whom the server runs as. PostgreSQL refuses root, so a host run by root hands it to another user.</summary>
internal sealed record ServerUser(string? Name)
{
    public static ServerUser Choose()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ServerUser(Name: null);
        var users = File.Exists("/etc/passwd") ? File.ReadAllLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet() : [];
        return new ServerUser(users.Contains("postgres") ? "postgres" : "nobody");
    }

    /// <summary>The program as that user, in a session of its own: Ctrl+C in the terminal is for the host alone.</summary>
    public ProcessStartInfo Command(string program, params IEnumerable<string> arguments)
    {
        List<string> words = Name is null ? [program] : ["setpriv", $"--reuid={Name}", $"--regid={GroupOf(Name)}", "--clear-groups", "--", program];
        if (OperatingSystem.IsLinux())
            words.Insert(0, "setsid");
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var word in words.Skip(1).Concat(arguments))
            start.ArgumentList.Add(word);
        start.WorkingDirectory = Path.GetTempPath();
        return start;
    }

    /// <summary>Gives a folder to that user.</summary>
    public async Task OwnAsync(string folder)
    {
        if (Name is null)
            return;
        using var chown = Process.Start("chown", ["-R", $"{Name}:{GroupOf(Name)}", folder]);
        await chown.WaitForExitAsync();
    }

    private static string GroupOf(string user)
    {
        var gid = File.ReadAllLines("/etc/passwd").Select(line => line.Split(':')).First(fields => fields[0] == user)[3];
        return gid;
    }
}
