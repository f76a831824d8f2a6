using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Access;

public sealed class ExposedHostTests
{
    private static readonly (string, string) Everywhere = ("ASPNETCORE_URLS", "http://0.0.0.0:0");

    [Fact]
    public async Task Start_ReachableAndNobodySaidWhoMay_ExitsWithTwoAndOneLine()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, [], Everywhere);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("Access:Anonymous: Other machines can reach http://0.0.0.0:0", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(Directory.Exists(folder["postgres"]));
    }

    [Fact]
    public async Task Start_ReachableAndAnonymousOnPurpose_StartsAndWarns()
    {
        using var folder = new TestFolder();

        await using var host = await HostProcess.StartAsync(folder.Path, Everywhere, ("Access__Anonymous", "true"));

        Assert.Contains("whoever reaches this host is its admin", host.Output, StringComparison.Ordinal);
    }
}
