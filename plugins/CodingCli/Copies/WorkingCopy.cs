namespace Monolith.Plugins.CodingCli.Copies;

/// <summary>
/// The folder a coding agent works in: a copy, so that what must not be taken has never been in the real one, and what may be is laid
/// there as a whole.
/// </summary>
internal sealed class WorkingCopy
{
    private const string ReplacedName = "replaced";

    private readonly string replaced;

    private WorkingCopy(string original, string folder, string replaced) => (Original, Folder, this.replaced) = (original, folder, replaced);

    public string Original { get; }

    public string Folder { get; }

    /// <summary>An earlier execution may have died between the two renames of <see cref="Lay"/>: the folder then lies aside.</summary>
    public static void Recover(string original, string privateFolder)
    {
        var aside = Path.Combine(privateFolder, ReplacedName);
        if (!Directory.Exists(original) && Directory.Exists(aside))
        {
            Directory.Move(aside, original);
        }
    }

    public static WorkingCopy Make(string original, string privateFolder)
    {
        var folder = Path.Combine(privateFolder, Path.GetFileName(original));
        Copy(new DirectoryInfo(original), folder);
        return new WorkingCopy(original, folder, Path.Combine(privateFolder, ReplacedName));
    }

    /// <summary>Puts the copy in the original's place. The repository's own folder stays the original's.</summary>
    public void Lay()
    {
        var (kept, given) = (Path.Combine(Original, ".git"), Path.Combine(Folder, ".git"));
        if (Directory.Exists(kept))
        {
            Folders.Delete(given);
            Copy(new DirectoryInfo(kept), given);
        }

        Directory.Move(Original, replaced);
        Directory.Move(Folder, Original);
        Folders.Delete(replaced);
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(target, link);
            }
            else if (entry is DirectoryInfo folder)
            {
                Copy(folder, target);
            }
            else
            {
                File.Copy(entry.FullName, target);
            }
        }
    }
}
