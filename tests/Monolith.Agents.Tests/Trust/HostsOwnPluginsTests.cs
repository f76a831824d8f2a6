using Microsoft.Extensions.Options;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Trust;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Trust;

public sealed class HostsOwnPluginsTests
{
    private static readonly string Host = AppContext.BaseDirectory;

    [Theory]
    [InlineData("plugins/git", "/data", null)]
    [InlineData("data/plugins/git", "data", AgentStatus.Untrusted)]
    [InlineData("../plugins/git", "/data", AgentStatus.Untrusted)]
    [InlineData("/elsewhere/git", "/data", AgentStatus.Untrusted)]
    public void Of_UnsignedPlugin_IsTrustedInTheHostsFolderOnly(string origin, string data, AgentStatus? refused)
    {
        var options = Options.Create(new PluginsOptions { Trust = PluginTrustMode.KnownPublishers });
        var trust = new PluginTrust(options, new DataFolders(Path.Combine(Host, data)));

        var verdict = trust.Of(new PluginFolder("/copy/git") { Origin = Path.Combine(Host, origin) }, "0123");

        Assert.Equal(refused, verdict.Refused);
    }
}
