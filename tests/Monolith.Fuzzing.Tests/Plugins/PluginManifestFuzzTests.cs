using System.Text;
using Monolith.Agents.Discovery;
using Monolith.Fuzzing.Tests.Running;

namespace Monolith.Fuzzing.Tests.Plugins;

public sealed class PluginManifestFuzzTests : IDisposable
{
    private const string Whole = """
        {
          "$schema": "https://example.com/schema.json", // Where editors look.
          "isolation": "process",
          "command": ["python3", "agent.py", "--verbose"],
          "limits": { "memoryMiB": 256, "processes": 8, "files": 128 },
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("monolith-fuzz-");

    [Fact]
    public void Of_AnyManifest_IsReadOrRefusedWithAReasonThatNamesTheFile() => Fuzz.Run("plugin's manifest", [Encoding.UTF8.GetBytes(Whole)], mutant =>
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, PluginManifest.FileName), mutant.Bytes);

        var manifest = PluginManifest.Of(folder.FullName);

        Assert.All(manifest.Problems, problem => Assert.Contains(PluginManifest.FileName, problem.Message, StringComparison.Ordinal));
        if (manifest.IsSuccess)
            Assert.All(manifest.Value.Command, part => Assert.False(string.IsNullOrEmpty(part) || part.Contains('\0')));
        return manifest.IsSuccess;
    });

    public void Dispose() => folder.Delete(recursive: true);
}
