namespace Monolith.Plugins.Git.Create;

internal static class Overlay
{
    /// <summary>Copies a folder's files over another's. Repositories inside and links are left out.</summary>
    public static void Lay(string from, string onto)
    {
        Directory.CreateDirectory(onto);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(onto, entry.Name);
            if (entry.LinkTarget is not null || entry.Name == ".git")
            {
                continue;
            }

            if (entry is FileInfo file)
            {
                file.CopyTo(target, overwrite: true);
            }
            else
            {
                Lay(entry.FullName, target);
            }
        }
    }
}
