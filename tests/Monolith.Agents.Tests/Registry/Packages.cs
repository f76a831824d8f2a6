using System.IO.Compression;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Registry;

/// <summary>Archives of the fixture <c>Good</c>.</summary>
internal static class Packages
{
    public const string Plugin = "Good";

    /// <param name="version">A text in it: another one is another version.</param>
    public static byte[] Of(string version)
    {
        using var bytes = new MemoryStream();
        ZipFile.CreateFromDirectory(PluginFixture.Output(Plugin), bytes);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        using (var text = new StreamWriter(zip.CreateEntry("version.txt").Open()))
            text.Write(version);
        return bytes.ToArray();
    }

    /// <summary>As a feed has it.</summary>
    public static byte[] Nupkg(string id, string version)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var manifest = new StreamWriter(zip.CreateEntry($"{id}.nuspec").Open()))
                manifest.Write($"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{id}</id><version>{version}</version></metadata></package>");
            foreach (var file in Directory.EnumerateFiles(PluginFixture.Output(Plugin)))
                zip.CreateEntryFromFile(file, $"plugin/{Path.GetFileName(file)}");
        }

        return bytes.ToArray();
    }
}
