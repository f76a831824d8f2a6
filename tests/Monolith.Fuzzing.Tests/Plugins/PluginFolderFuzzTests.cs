using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monolith.Agents;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;
using Monolith.Agents.Network;
using Monolith.Agents.Trust;
using Monolith.Agents.Workers;
using Monolith.Fuzzing.Tests.Running;
using Monolith.Kernel;
using Monolith.PluginFixtures;

namespace Monolith.Fuzzing.Tests.Plugins;

public sealed class PluginFolderFuzzTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("monolith-fuzz-");
    private readonly PluginReader reader;

    public PluginFolderFuzzTests()
    {
        var folders = new DataFolders(folder.CreateSubdirectory("data").FullName);
        var options = Options.Create(new PluginsOptions());
        var workers = new PluginWorkers(options, new AgentNetwork(allowsPrivate: false, []), TimeProvider.System, NullLogger<PluginWorkers>.Instance);
        reader = new(TimeProvider.System, new PluginCopies(folders, TimeProvider.System), new PluginTrust(options, folders), workers);
    }

    [Fact]
    public void Read_AnyDependencyManifest_IsLoadedOrFailsWithAReason()
    {
        var plugin = PluginFixture.Copy("Good", folder.FullName);
        var manifest = Directory.GetFiles(plugin, "*.deps.json").Single();

        Fuzz.Run("plugin's deps.json", [File.ReadAllBytes(manifest)], mutant => IsLoaded(manifest, mutant.Bytes), share: 0.02);
    }

    /// <summary>Of an assembly that no agent is in: bytes of one that is could become code that runs.</summary>
    [Fact]
    public void Read_AnyAssembly_FailsWithAReason()
    {
        var assembly = Path.Combine(folder.CreateSubdirectory("Any").FullName, "Any.dll");

        Fuzz.Run("plugin's assembly", [File.ReadAllBytes(typeof(ErrorCodes).Assembly.Location)], mutant =>
        {
            Assert.False(IsLoaded(assembly, mutant.Bytes));
            return false;
        }, share: 0.1);
    }

    public void Dispose()
    {
        reader.Dispose();
        folder.Delete(recursive: true);
    }

    private bool IsLoaded(string file, byte[] bytes)
    {
        File.WriteAllBytes(file, bytes);
        var outcome = reader.Read(new PluginFolder(Path.GetDirectoryName(file)!)).Result;
        if (outcome.IsSuccess)
            outcome.Value.UnloadAsync().GetAwaiter().GetResult();
        else
            Assert.All(outcome.Problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message)));
        return outcome.IsSuccess;
    }
}
