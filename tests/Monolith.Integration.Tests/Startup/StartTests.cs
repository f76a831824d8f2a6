using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

public sealed class StartTests
{
    [Fact]
    public async Task Start_WrongSettings_ExitsWithTwoAndNamesAll()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(
            folder.Path, [], ("Engine__MaxConcurrentStages", "many"), ("Engine__Lease", "00:00:00"), ("Storage__DataDir", "/x"), ("Scheduling__Workers", "-1"));

        Assert.Equal(2, exitCode);
        Assert.Contains("Engine:MaxConcurrentStages: 'many' is not a whole number", output, StringComparison.Ordinal);
        Assert.Contains("Engine:Lease", output, StringComparison.Ordinal);
        Assert.Contains("Storage:DataDir: There is no such setting", output, StringComparison.Ordinal);
        Assert.Contains("Scheduling:Workers", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["postgres"]));
    }

    [Theory]
    [InlineData("Scheduling__RetentionCron", "often", "Scheduling:RetentionCron: 'often' is no cron expression")]
    [InlineData("ConnectionStrings__Redis", "localhost:6379,colour=red", "ConnectionStrings:Redis: It is not of the form")]
    [InlineData("ConnectionStrings__Redis", ":::", "ConnectionStrings:Redis: It is not of the form")]
    [InlineData("ConnectionStrings__Postgres", "hunter2", "ConnectionStrings:Postgres: It is not of the form")]
    [InlineData("Logging__Format", "xml", "Logging:Format: 'xml' is none of text, json")]
    [InlineData("Logging__LogLevel__Default", "Loud", "Logging:LogLevel:Default: 'Loud' is none of Trace")]
    [InlineData("Engine__Agents__git__MaxConcurrent", "0", "Engine:Agents:git:MaxConcurrent: The field MaxConcurrent must be between 1 and 10000")]
    [InlineData("Engine__Agents__git__MaxConcurent", "2", "Engine:Agents:git:MaxConcurent: There is no such setting. Engine:Agents:git has MaxConcurrent")]
    [InlineData("Engine__Agents__git", "2", "Engine:Agents:git: ")]
    [InlineData("Breakers__FailureRatio", "2", "Breakers:FailureRatio")]
    [InlineData("Outgoing__MaxConcurrentPerHost", "0", "Outgoing:MaxConcurrentPerHost")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "ASPNETCORE_URLS: 'nonsense' is not an address")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:99999", "ASPNETCORE_URLS: 'http://localhost:99999' has no port")]
    [InlineData("ASPNETCORE_URLS", "http://192.0.2.1:8080", "ASPNETCORE_URLS: This machine has no address 192.0.2.1")]
    public async Task Start_WrongSetting_IsNamedWithTheOthersBeforeAnythingStarts(string name, string value, string named)
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, [], (name, value), ("Engine__MaxConcurrentStages", "0"));

        Assert.Equal(2, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.Contains("Engine:MaxConcurrentStages", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.False(Directory.Exists(folder["postgres"]));
    }

    [Fact]
    public async Task Start_UnknownCommand_ExitsWithTwoAndNamesThoseThereAre()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["dmo"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("There is no command 'dmo'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FolderInUse_ExitsWithTwoAndSaysSo()
    {
        using var folder = new TestFolder();
        await using var first = await HostProcess.StartAsync(folder.Path);

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, []);

        Assert.Equal(2, exitCode);
        Assert.Contains("in use by another host", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AddressInUse_ExitsWithTwoAndSaysSo()
    {
        using var folder = new TestFolder();
        using var other = new TestFolder();
        await using var first = await HostProcess.StartAsync(folder.Path);

        var (exitCode, output) = await HostProcess.RunAsync(other.Path, [], ("ASPNETCORE_URLS", first.Http.BaseAddress!.ToString()));

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"ASPNETCORE_URLS: Port {first.Http.BaseAddress!.Port} is taken", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
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

    [Fact]
    public async Task Start_DatabaseFailsMeanwhile_ExitsWithTwoAndOneLine()
    {
        using var one = new TestFolder();
        using var two = new TestFolder();
        await using var first = await HostProcess.StartAsync(one.Path);
        var socket = one["postgres/socket"];
        await using (var database = Npgsql.NpgsqlDataSource.Create($"Host={socket};Username=monolith;Database=monolith"))
        await using (var create = database.CreateCommand("create role reader login"))
            await create.ExecuteNonQueryAsync();

        var (exitCode, output) = await HostProcess.RunAsync(
            two.Path, [], ("ConnectionStrings__Postgres", $"Host={socket};Username=reader;Database=monolith"));

        Assert.Equal(2, exitCode);
        Assert.Contains("failed while the host started: 42501", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
    }

    [Fact]
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

    [Fact]
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
