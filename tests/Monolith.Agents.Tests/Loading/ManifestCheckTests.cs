using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Tests.Loading;

public sealed class ManifestCheckTests
{
    [Fact]
    public void Copy_RightEntries_AreTaken()
    {
        var faults = new List<string>();

        var copy = ManifestCheck.Copy(new AgentCapabilities { Hosts = ["api.example.com", "*.example.com:8443", "[::1]:80"], Tools = ["git"], ReadablePaths = ["~/.ssh"], WritablePaths = ["/var/cache/x"] }, faults)!;

        Assert.Empty(faults);
        Assert.Equal(["api.example.com", "*.example.com:8443", "[::1]:80"], copy.Hosts);
        Assert.Equal(["*", "git"], copy.Secrets.Concat(copy.Tools));
    }

    [Fact]
    public void Copy_WrongEntries_AreToldAll()
    {
        var faults = new List<string>();

        ManifestCheck.Copy(new AgentCapabilities { Hosts = ["https://a/b", "*.*"], Secrets = [""], Tools = ["/bin/sh"], ReadablePaths = ["etc"], WritablePaths = ["/a/../b"] }, faults);

        Assert.Equal(["host", "host", "secret", "tool", "writable path", "readable path"], faults.Select(fault => fault["Its manifest names the ".Length..fault.IndexOf('\'', StringComparison.Ordinal)].Trim()));
    }
}
