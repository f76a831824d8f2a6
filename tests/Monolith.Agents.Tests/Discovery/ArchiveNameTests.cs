using Monolith.Agents.Discovery;

namespace Monolith.Agents.Tests.Discovery;

public sealed class ArchiveNameTests
{
    [Theory]
    [InlineData("Acme.Hello.1.2.0.nupkg", "Acme.Hello", "1.2.0", "")]
    [InlineData("hello-1.2.0-beta.2.zip", "hello", "1.2.0", "beta.2")]
    [InlineData("hello_v1.2.0.4.zip", "hello", "1.2.0.4", "")]
    [InlineData("hello.zip", "hello", "0.0", "")]
    [InlineData("net10.0.zip", "net10.0", "0.0", "")]
    public void Of_FileName_GivesPluginAndVersion(string file, string plugin, string version, string label) =>
        Assert.Equal(new ArchiveName(plugin, Version.Parse(version), label), ArchiveName.Of(file));

    [Fact]
    public void Compare_Versions_NumbersThenReleaseThenLabel()
    {
        string[] ordered = ["a.zip", "a-1.0.0-alpha.zip", "a-1.0.0-beta.zip", "a-1.0.0.zip", "a-1.9.0.zip", "a-1.10.0.zip"];

        Assert.Equal(ordered, ordered.Reverse().OrderBy(ArchiveName.Of));
    }
}
