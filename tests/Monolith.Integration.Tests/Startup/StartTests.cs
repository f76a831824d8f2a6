using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

public sealed class StartTests
{
    [Fact]
    public async Task Start_UnknownCommand_ExitsWithTwoAndNamesThoseThereAre()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["dmo"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("There is no command 'dmo'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "dotnet run --project host -- demo", "--help")]
    [InlineData(0, "host/settings.md", "run", "-h")]
    [InlineData(2, "--chek-config: It has no value.", "--chek-config")]
    [InlineData(2, "port: There is no such setting.", "--port", "8090")]
    public async Task Start_HelpOrWordsOfNobody_StartNothing(int code, string said, params string[] words)
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, words);

        Assert.Equal(code, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["postgres"]));
    }

    [Fact]
    public async Task Start_ServerThatRefuses_ExitsWithTwoAndHidesThePassword()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(
            folder.Path, [], ("ConnectionStrings__Postgres", "Host=127.0.0.1;Port=1;Username=u;Password=hunter2hunter2;Database=d"));

        Assert.Equal(2, exitCode);
        Assert.Contains("ConnectionStrings:Postgres", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
    }

    /// <summary>Long: the drill, with three hosts, is its sister.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task Start_TwoHostsWithFoldersOfTheirOwn_RunSideBySide()
    {
        using var one = new TestFolder();
        using var two = new TestFolder();
        await using var first = await HostProcess.StartAsync(one.Path);
        await using var second = await HostProcess.StartAsync(two.Path);

        const string hello = "name: hello\nstages: [{ id: a, agent: command, action: run, parameters: { command: 'true' } }]\n";
        var runs = await Task.WhenAll(first.Http.StartAsync(hello), second.Http.StartAsync(hello));

        Assert.Equal("success", (await first.Http.EndAsync(runs[0])).GetProperty("status").GetString());
        Assert.Equal("success", (await second.Http.EndAsync(runs[1])).GetProperty("status").GetString());
    }

    /// <summary>Its sisters are KillTests, which start again after worse.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task Stop_ThenStart_DataIsKept()
    {
        using var folder = new TestFolder();
        Guid run;
        await using (var first = await HostProcess.StartAsync(folder.Path))
        {
            run = await first.Http.StartAsync("name: kept\nstages: [{ id: a, agent: command, action: run, parameters: { command: 'true' } }]\n");
            await first.Http.EndAsync(run);
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await HostProcess.StartAsync(folder.Path);

        Assert.Equal("success", (await second.Http.JsonAsync($"/api/v1/runs/{run}")).GetProperty("status").GetString());
    }
}
