using Monolith.Agents.Discovery;
using Monolith.Kernel;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Discovery;

public sealed class SdkVersionTests
{
    [Theory]
    [InlineData("5.2.0.0", "5.2.0.0")]
    [InlineData("5.0.0.0", "5.2.0.0")]
    [InlineData("3.0.0.0", "5.2.0.0")]
    [InlineData("0.9.0.0", "1.0.0.0")]
    [InlineData("1.0.0.0", "1.1.0.0")]
    public void Check_VersionInRange_IsServed(string referenced, string host) =>
        Assert.Null(SdkVersion.Check(Version.Parse(referenced), Version.Parse(host)));

    [Theory]
    [InlineData("6.0.0.0", "5.2.0.0", "Update the host")]
    [InlineData("5.3.0.0", "5.2.0.0", "Update the host")]
    [InlineData("2.9.0.0", "5.2.0.0", "Build the plugin against a newer SDK.")]
    public void Check_VersionOutOfRange_IsUnsupported(string referenced, string host, string remedy)
    {
        var problem = SdkVersion.Check(Version.Parse(referenced), Version.Parse(host));

        Assert.Equal(ErrorCodes.UnsupportedVersion, problem!.Code);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReferencedBy_RealPlugins_IsWhatTheyWereBuiltAgainst()
    {
        Assert.Equal(SdkVersion.OfHost, SdkVersion.ReferencedBy(Dll("Good")));
        Assert.Equal(new Version(99, 0, 0, 0), SdkVersion.ReferencedBy(Dll("Incompatible")));
        Assert.Null(SdkVersion.ReferencedBy(Dll("LostLibrary")));
    }

    private static string Dll(string fixture) => Path.Combine(PluginFixture.Output(fixture), $"Monolith.PluginFixtures.{fixture}.dll");
}
