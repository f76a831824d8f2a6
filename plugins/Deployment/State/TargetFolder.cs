using System.Text;

namespace Monolith.Plugins.Deployment.State;

/// <summary>Where a target's journal, releases, logs and gateway lie. It is outside the workspaces, because it outlives runs.</summary>
internal sealed class TargetFolder(string path)
{
    // The socket's whole path may have 107 bytes.
    private const int MostBytes = 90;
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Path => path;

    public string Socket => At("admin.sock");

    public string GatewayLog => At("gateway.log");

    public bool Exists => File.Exists(JournalFile);

    private string JournalFile => At("deployment.json");

    public static TargetFolder Of(IAgentContext context, string? state, string name)
    {
        var root = state is null ? UsualRoot(context) : System.IO.Path.GetFullPath(state, context.Workspace);
        var folder = System.IO.Path.Combine(root, name);
        return Encoding.UTF8.GetByteCount(folder) <= MostBytes
            ? new TargetFolder(folder)
            : throw new ParameterException("target.state", $"leads to '{folder}', which is longer than the {MostBytes} bytes that a socket's folder may have; name a shorter one");
    }

    public string At(params string[] parts) => System.IO.Path.Combine([path, .. parts]);

    /// <summary>Keeps others from changing the target; null when another does so now. A host that died holds nothing.</summary>
    public FileStream? TryLock()
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, OwnersAlone);
        }

        try
        {
            return new FileStream(At("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public Journal? Read() => Exists ? Journal.Parse(File.ReadAllText(JournalFile)) : null;

    public void Write(Journal journal)
    {
        var fresh = JournalFile + ".new";
        File.WriteAllText(fresh, journal.ToJson());
        File.Move(fresh, JournalFile, overwrite: true);
    }

    private static string UsualRoot(IAgentContext context)
    {
        var home = context.Environment.GetValueOrDefault("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Environment.UserName == "root" || string.IsNullOrEmpty(home)
            ? "/var/lib/monolith/deployments"
            : System.IO.Path.Combine(home, ".local", "share", "monolith", "deployments");
    }
}
