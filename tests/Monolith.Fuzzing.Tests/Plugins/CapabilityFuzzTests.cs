using System.Text;
using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;
using Monolith.Fuzzing.Tests.Running;

namespace Monolith.Fuzzing.Tests.Plugins;

public sealed class CapabilityFuzzTests
{
    private const string Good = "api.example.com:443 *.example.com [::1]:80|docs-token *|git dotnet|~/.cache /var/cache|/usr/share/dotnet ~/.nuget";

    [Fact]
    public void Copy_AnyEntries_NeverLetsAPathOrAToolOut() => Fuzz.Run("capability manifest", [Encoding.UTF8.GetBytes(Good)], mutant =>
    {
        var faults = new List<string>();
        var kinds = mutant.Text.Split('|').Select(kind => kind.Split(' ')).Concat(Enumerable.Repeat(Array.Empty<string>(), 5)).ToList();
        var given = new AgentCapabilities { Hosts = kinds[0], Secrets = kinds[1], Tools = kinds[2], WritablePaths = kinds[3], ReadablePaths = kinds[4] };
        var copy = ManifestCheck.Copy(given, faults);
        if (faults.Count > 0)
            return false;
        Assert.DoesNotContain(copy!.WritablePaths.Concat(copy.ReadablePaths), path => path.Split('/').Contains(".."));
        Assert.DoesNotContain(copy.Tools, tool => tool.Contains('/'));
        return true;
    });
}
