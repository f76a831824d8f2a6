using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Sandbox;

public sealed class LoaderVariableTests : ConfinedTest
{
    [Fact]
    public async Task Run_VariablesOfTheLoader_AreObeyedInsideOnly()
    {
        using var outside = new TempFolder();
        (Call.Environment["LD_DEBUG"], Call.Environment["LD_DEBUG_OUTPUT"]) = ("files", Path.Combine(outside.Path, "written"));

        var result = await ShAsync("echo $LD_DEBUG");

        Assert.EndsWith("files\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(outside.Path));
    }
}
