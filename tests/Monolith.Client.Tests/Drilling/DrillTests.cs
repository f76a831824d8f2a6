using Monolith.Client.Tests.Support;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Client.Tests.Drilling;

public sealed class DrillTests
{
    [Theory]
    [InlineData("Say which host is to be drilled", "drill")]
    [InlineData("--host: there is no '/nonexistent'", "drill", "--host", "/nonexistent")]
    public async Task Type_NoHost_ExitsWithTwoAndSaysWhatToGive(string said, params string[] words)
    {
        var typed = await Typed.WithAsync([], words);

        Assert.True(typed.ExitCode == 2, $"{typed}");
        Assert.StartsWith($"monolith: {said}", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_WrongNumbers_AreTheHostsToNameAndItsExitCodeIsHandedOn()
    {
        var typed = await Typed.WithAsync(new() { ["MONOLITH_HOST"] = Path.GetDirectoryName(Built.HostAssembly)! }, "drill", "--kills", "many", "--hosts", "0");

        Assert.True(typed.ExitCode == 2, $"{typed}");
        Assert.Contains("--kills: ", typed.Error + typed.Out, StringComparison.Ordinal);
        Assert.Contains("--hosts: ", typed.Error + typed.Out, StringComparison.Ordinal);
    }
}
