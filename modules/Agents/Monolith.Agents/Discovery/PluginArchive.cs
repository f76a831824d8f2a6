using System.IO.Compression;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents.Discovery;

/// <summary>
/// A plugin in one file, a <c>.zip</c> or a <c>.nupkg</c>. Of a NuGet package the folder <c>plugin/</c> is the plugin; of another archive all of it,
/// or the single folder that it holds.
/// </summary>
internal static class PluginArchive
{
    public const string PackageFolder = "plugin/";

    private const int MostFiles = 10_000;
    private const long MostBytes = 1L << 30;
    private const int UnixLink = 0xA000;
    private const int UnixKind = 0xF000;

    private static readonly string[] Extensions = [".nupkg", ".zip"];

    public static bool Is(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith('.');

    /// <returns>One a plugin, the newest version by its name.</returns>
    public static IEnumerable<PluginFolder> In(string directory) => Directory.GetFiles(directory).Where(Is)
        .Order(StringComparer.Ordinal)
        .GroupBy(path => ArchiveName.Of(path).Plugin, StringComparer.Ordinal)
        .Select(versions => new PluginFolder(versions.MaxBy(ArchiveName.Of)!) { Name = versions.Key, IsArchive = true });

    /// <summary>Writes the plugin's files into a folder.</summary>
    /// <param name="archive">The file.</param>
    /// <param name="target">An empty folder. Nothing outside is written, whatever the archive's names say.</param>
    /// <returns>Why it is no plugin; null when all files are there.</returns>
    /// <exception cref="IOException">The file cannot be read, or the folder not written.</exception>
    public static Problem? Unpack(string archive, string target)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            return Unpack(zip, target, Path.GetExtension(archive).Equals(".nupkg", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return LoadFault.Failed($"'{Path.GetFileName(archive)}' is no zip archive, or not all of it. Copy it again.");
        }
    }

    private static Problem? Unpack(ZipArchive zip, string target, bool isPackage)
    {
        var files = zip.Entries.Where(entry => !entry.FullName.EndsWith('/')).ToList();
        var root = isPackage ? PackageFolder : SingleFolder(files);
        files.RemoveAll(entry => !entry.FullName.StartsWith(root, StringComparison.Ordinal));
        if (files.Count == 0)
            return LoadFault.Failed(isPackage ? $"The package has no folder '{PackageFolder}'. Put the plugin's whole output (dotnet publish) there." : "The archive is empty.");
        if (files.Count > MostFiles)
            return LoadFault.Failed($"The archive holds {files.Count} files; a plugin has at most {MostFiles}.");

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = MostBytes;
        foreach (var file in files)
        {
            var name = file.FullName[root.Length..];
            if (FaultOf(file, name, names) is { } fault)
                return LoadFault.Failed(fault);
            left -= Write(file, PathOf(target, name), left);
            if (left < 0)
                return LoadFault.Failed($"Unpacked, the archive is larger than {MostBytes >> 20} MiB.");
        }

        return null;
    }

    private static string? FaultOf(ZipArchiveEntry file, string name, HashSet<string> names)
    {
        if (name.Split('/').Any(part => part is "" or "." or "..") || name.IndexOfAny(['\\', ':', '\0']) >= 0)
            return $"'{file.FullName}' in the archive is no path within it.";
        if (((file.ExternalAttributes >> 16) & UnixKind) == UnixLink)
            return $"'{file.FullName}' in the archive is a link. Put what it leads to into the archive itself.";
        return names.Add(name) ? null : $"The archive holds '{file.FullName}' twice, or in two spellings.";
    }

    /// <returns>The bytes written, more than <paramref name="most"/> when it stopped there; what the archive says about its size is not believed.</returns>
    private static long Write(ZipArchiveEntry file, string path, long most)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var source = file.Open();
        using var target = new FileStream(path, FileMode.CreateNew);
        var buffer = new byte[81920];
        long written = 0;
        int read;
        while (written <= most && (read = source.Read(buffer)) > 0)
        {
            target.Write(buffer.AsSpan(0, read));
            written += read;
        }

        KeepExecutable(file, path);
        return written;
    }

    private static void KeepExecutable(ZipArchiveEntry file, string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows() && ((UnixFileMode)(file.ExternalAttributes >> 16)).HasFlag(Execute))
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Execute);
    }

    private static string PathOf(string target, string name) => Path.Combine([target, .. name.Split('/')]);

    /// <returns>With its slash; empty when files lie beside it.</returns>
    private static string SingleFolder(List<ZipArchiveEntry> files)
    {
        var first = files.FirstOrDefault()?.FullName ?? "";
        var root = first[..(first.IndexOf('/', StringComparison.Ordinal) + 1)];
        return files.TrueForAll(file => file.FullName.StartsWith(root, StringComparison.Ordinal)) ? root : "";
    }
}
