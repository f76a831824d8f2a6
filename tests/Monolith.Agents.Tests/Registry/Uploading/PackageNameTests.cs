using System.IO.Compression;
using Monolith.Agents.Registry.Uploading;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Registry.Uploading;

public sealed class PackageNameTests : IDisposable
{
    private const string Manifest = "<package><metadata><id>Acme.Hello</id><version>1.2.0</version></metadata></package>";

    private readonly TempFolder data = new();

    [Theory]
    [InlineData("hello", null, "hello/a.dll", "hello/b.dll")]
    [InlineData("hello", null, "hello.deps.json", "hello.dll", "lib/other.dll")]
    [InlineData("Acme.Hello", "1.2.0", "Acme.Hello.nuspec", "plugin/a.dll")]
    public void Of_Archive_IsCalledWhatItSays(string plugin, string? version, params string[] files)
    {
        var name = PackageName.Of(Archive(Manifest, files), asked: null).Value;

        Assert.Equal((plugin, version), (name.Plugin, name.Version));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><package><metadata><id>&b;</id></metadata></package>", "a.nuspec")]
    [InlineData("<package><metadata>", "a.nuspec")]
    [InlineData("<package><metadata><id>../up</id></metadata></package>", "a.nuspec")]
    [InlineData("", "a.dll", "b.dll")]
    public void Of_ArchiveThatDoesNotSay_IsRefused(string manifest, params string[] files) =>
        Assert.Single(PackageName.Of(Archive(manifest, files), asked: null).Problems);

    public void Dispose() => data.Dispose();

    private string Archive(string manifest, string[] files)
    {
        var path = Path.Combine(data.Path, "archive.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            using var text = new StreamWriter(zip.CreateEntry(file).Open());
            text.Write(file.EndsWith(".nuspec", StringComparison.Ordinal) ? manifest : "");
        }

        return path;
    }
}
