namespace Monolith.Plugins.Kit;

internal static class Folders
{
    /// <summary>Deletes a folder with all it holds, links themselves and not where they lead.</summary>
    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            // Git's objects are read-only files, which Windows does not delete.
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                file.Attributes = FileAttributes.Normal;
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    public static bool IsMissingOrEmpty(string folder) =>
        !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();
}
