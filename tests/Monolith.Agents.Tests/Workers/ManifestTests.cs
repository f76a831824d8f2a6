using Monolith.Agents.Discovery;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Workers;

public sealed class ManifestTests
{
    [Fact]
    public void Of_FolderWithoutOne_LeavesAllToTheOperator()
    {
        using var folder = new TempFolder();

        Assert.Equal((null, 0, null), (PluginManifest.Of(folder.Path).Value.Isolation, PluginManifest.Of(folder.Path).Value.Command.Count, PluginManifest.Of(folder.Path).Value.MemoryMiB));
    }

    [Fact]
    public void Of_WholeOne_IsRead()
    {
        using var folder = new TempFolder();
        folder.File(PluginManifest.FileName, """{ "isolation": "process", "command": ["python3", "agent.py"], "limits": { "memoryMiB": 64, "processes": 9, "files": 100 } }""");

        var manifest = PluginManifest.Of(folder.Path).Value;

        Assert.Equal(PluginIsolation.Process, manifest.Isolation);
        Assert.Equal(["python3", "agent.py"], manifest.Command);
        Assert.Equal((64, 9, 100), (manifest.MemoryMiB, manifest.Processes, manifest.Files));
    }

    [Theory]
    [InlineData("{", "is no JSON")]
    [InlineData("[]", "is no JSON object")]
    [InlineData("{ \"command\": [\"\\ud800\"] }", "Write it in UTF-8")]
    [InlineData("""{ "isolation": "Process" }""", "Write \"inProcess\" or \"process\"")]
    [InlineData("""{ "isolation": 1 }""", "Write \"inProcess\" or \"process\"")]
    [InlineData("""{ "command": "python3 agent.py" }""", "no list of texts")]
    [InlineData("""{ "command": [] }""", "no list of texts")]
    [InlineData("""{ "limits": 1 }""", "no object")]
    [InlineData("""{ "limits": { "memoryMiB": -1 } }""", "limit 'memoryMiB' with -1")]
    [InlineData("""{ "limits": { "memory": 1 } }""", "limit 'memory' that this host does not know")]
    [InlineData("""{ "comand": [] }""", "member 'comand'")]
    [InlineData("""{ "isolation": "process", "isolation": "process" }""", "is no JSON")]
    public void Of_WrongOne_SaysWhatAndHowToMendIt(string text, string fault)
    {
        using var folder = new TempFolder();
        folder.File(PluginManifest.FileName, text);

        Assert.Contains(fault, PluginManifest.Of(folder.Path).Problems[0].Message);
    }
}
