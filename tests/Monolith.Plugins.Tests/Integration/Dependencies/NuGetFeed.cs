using System.IO.Compression;

namespace Monolith.Plugins.Tests.Integration.Dependencies;

/// <summary>A folder of packages without content.</summary>
public static class NuGetFeed
{
    public static void Add(string folder, string package, params string[] versions)
    {
        Directory.CreateDirectory(folder);
        foreach (var version in versions)
        {
            using var file = ZipFile.Open(Path.Combine(folder, $"{package}.{version}.nupkg"), ZipArchiveMode.Create);
            Write(file, $"{package}.nuspec", $"""
                <?xml version="1.0"?>
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata><id>{package}</id><version>{version}</version><authors>Acme</authors><description>Empty.</description></metadata>
                </package>
                """);
            Write(file, "lib/netstandard2.0/_._", "");
        }
    }

    private static void Write(ZipArchive file, string name, string text)
    {
        using var writer = new StreamWriter(file.CreateEntry(name).Open());
        writer.Write(text);
    }
}
