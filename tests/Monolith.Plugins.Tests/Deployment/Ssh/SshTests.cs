namespace Monolith.Plugins.Tests.Deployment.Ssh;

public sealed class SshTests : SshTestBase
{
    [Fact]
    public async Task Deploy_OverSsh_StartsReplacesAndStopsThere()
    {
        await using var server = await SshServerAsync(knowsTheServer: true);
        (await DeployAsync(OverSsh("1"))).Succeeded();
        Assert.Equal("1", await GetAsync());
        Assert.True(File.Exists(Path.Combine(Directory.GetDirectories(Path.Combine(Remote, "app", "releases")).Single(), "version.txt")));

        (await DeployAsync(new(OverSsh("2")) { ["strategy"] = "rolling" })).Succeeded();
        Assert.Equal("2", await GetAsync());

        (await RunAsync("stop", new { target = Known() })).Succeeded();
        Assert.Empty(Directory.GetDirectories(Path.Combine(Remote, "app", "releases")));
    }

    [Fact]
    public async Task Deploy_ServerUnknown_IsRefused()
    {
        await using var server = await SshServerAsync(knowsTheServer: false);

        var result = await DeployAsync(OverSsh("1"));

        Assert.True(result.FailedWith(AgentErrorCodes.NetworkError).Says("Host key verification failed").Retryable);
    }
}
