using System.IO.Compression;
using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Discovery;

public sealed class PluginArchiveTests
{
    [Theory]
    [InlineData("", "hello-1.2.0.zip")]
    [InlineData("anything/", "hello.zip")]
    [InlineData("plugin/", "hello.1.2.0.nupkg")]
    public void Unpack_Plugin_GivesItsFiles(string root, string name)
    {
        using var folder = new TempFolder();
        var archive = Path.Combine(folder.Path, name);
        Zip(archive, [.. Files(root), .. name.EndsWith("nupkg", StringComparison.Ordinal) ? [("hello.nuspec", "<package/>")] : Array.Empty<(string, string)>()]);

        Assert.Null(PluginArchive.Unpack(archive, folder.Sub("target")));

        Assert.Equal(["a.txt", "deep/b.txt"], Directory.GetFiles(folder.Sub("target"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder.Sub("target"), file)).Order());
        Assert.Equal("hello", PluginArchive.In(folder.Path).Single().Name);
    }

    [Theory]
    [InlineData("../out.txt", "is no path within it")]
    [InlineData("a/../../out.txt", "is no path within it")]
    [InlineData("/etc/out.txt", "is no path within it")]
    [InlineData("C:\\out.txt", "is no path within it")]
    [InlineData("A.txt", "twice, or in two spellings")]
    public void Unpack_NameThatLeadsOutOrTwice_IsRefused(string name, string reason)
    {
        using var folder = new TempFolder();
        var archive = Path.Combine(folder.Path, "bad.zip");
        Zip(archive, [("a.txt", "a"), (name, "b")]);

        var fault = PluginArchive.Unpack(archive, folder.Sub("target"));

        Assert.Contains(reason, fault!.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "out.txt")));
    }

    [Fact]
    public void Unpack_HalfOfAnArchive_SaysSo()
    {
        using var folder = new TempFolder();
        var archive = Path.Combine(folder.Path, "half.zip");
        ZipFile.CreateFromDirectory(PluginFixture.Output("Good"), archive);
        var bytes = File.ReadAllBytes(archive);
        File.WriteAllBytes(archive, bytes[..(bytes.Length / 2)]);

        Assert.Contains("or not all of it", PluginArchive.Unpack(archive, folder.Sub("target"))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unpack_Link_IsRefused()
    {
        using var folder = new TempFolder();
        var archive = Path.Combine(folder.Path, "link.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
            zip.CreateEntry("link.dll").ExternalAttributes = 0xA1FF << 16;

        Assert.Contains("is a link", PluginArchive.Unpack(archive, folder.Sub("target"))!.Message, StringComparison.Ordinal);
    }

    private static (string, string)[] Files(string root) => [($"{root}a.txt", "a"), ($"{root}deep/b.txt", "b")];

    private static void Zip(string path, IEnumerable<(string Name, string Text)> files)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
