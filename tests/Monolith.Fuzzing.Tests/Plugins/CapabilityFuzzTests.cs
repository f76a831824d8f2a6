using System.Text;
using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;
using Monolith.Fuzzing.Tests.Running;

namespace Monolith.Fuzzing.Tests.Plugins;

public sealed class CapabilityFuzzTests
{
    private const string Good = "api.example.com:443 *.example.com [::1]:80 ~/.cache /usr/share/dotnet docs-token git";

    [Fact]
    public void Copy_AnyEntries_NeverLetsAPathOrAToolOut() => Fuzz.Run("capability manifest", [Encoding.UTF8.GetBytes(Good)], mutant =>
    {
        var faults = new List<string>();
        var entries = mutant.Text.Split(' ');
        var copy = ManifestCheck.Copy(new AgentCapabilities { Hosts = entries, Secrets = entries, Tools = entries, WritablePaths = entries, ReadablePaths = entries }, faults);
        if (faults.Count > 0)
            return false;
        Assert.DoesNotContain(copy!.WritablePaths.Concat(copy.ReadablePaths), path => path.Split('/').Contains(".."));
        Assert.DoesNotContain(copy.Tools, tool => tool.Contains('/'));
        return true;
    });
}
