using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;
using Monolith.Agents.Trust;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Trust;

public sealed class PluginSigningTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void MakeKey_NewFile_IsForItsOwnerOnlyAndIsNotWrittenOver()
    {
        var file = Path.Combine(folder.Path, "key.pem");

        Assert.Equal(file + ".pub", PluginSigning.MakeKey(file).Value);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var made = File.ReadAllText(file);
        Assert.Contains("already exists", Assert.Single(PluginSigning.MakeKey(file).Problems).Message, StringComparison.Ordinal);
        Assert.Equal(made, File.ReadAllText(file));
    }

    [Fact]
    public void Sign_Twice_LeavesTheContentHashAsItWas()
    {
        using var publishers = new Publishers();
        var plugin = PluginFixture.Copy("Good", folder.Path);
        var before = ContentHash.Of(plugin);

        publishers.Sign(plugin, "acme");
        publishers.Sign(plugin, "globex");

        Assert.Equal(before, ContentHash.Of(plugin));
        Assert.Equal(("globex", before), (PluginSignature.ReadIn(plugin)!.Publisher, PluginSignature.ReadIn(plugin)!.ContentHash));
    }

    [Fact]
    public void Sign_FolderWithALink_IsRefused()
    {
        using var publishers = new Publishers();
        var plugin = PluginFixture.Copy("Good", folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(plugin, "a")).FullName, "b"), "/etc");

        Assert.Contains("'a/b' is a link.", Assert.Single(PluginSigning.Sign(plugin, publishers.PublicKeyOf("acme"), "acme").Problems).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
