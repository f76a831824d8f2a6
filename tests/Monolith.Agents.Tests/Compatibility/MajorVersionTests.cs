using Monolith.Agents.Discovery;
using Monolith.PluginFixtures;

namespace Monolith.Agents.Tests.Compatibility;

/// <summary>Two major versions back are served, three are not; asked of what is really built, with hosts as they may be one day.</summary>
public sealed class MajorVersionTests
{
    [Theory]
    [InlineData("Sdk100", "3.0.0.0", true)]
    [InlineData("Sdk110", "3.7.0.0", true)]
    [InlineData("Sdk100", "4.0.0.0", false)]
    [InlineData("PastMajor", "2.9.0.0", true)]
    [InlineData("PastMajor", "3.0.0.0", false)]
    [InlineData("Incompatible", "98.0.0.0", false)]
    public void Check_RealPluginAndHostToCome_ServesTwoMajorsBack(string fixture, string host, bool served)
    {
        var referenced = SdkVersion.ReferencedBy(Path.Combine(PluginFixture.Output(fixture), $"Monolith.PluginFixtures.{fixture}.dll"))!;

        Assert.Equal(served, SdkVersion.Check(referenced, Version.Parse(host)) is null);
    }
}
