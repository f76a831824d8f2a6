using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

public sealed class WrongSettingTests
{
    private static readonly (string Name, string Value, string Said)[] Wrong =
    [
        ("Engine__MaxConcurrentStages", "many", "Engine:MaxConcurrentStages: 'many' is not a whole number"),
        ("Engine__Lease", "00:00:00", "Engine:Lease: "),
        ("Storage__DataDir", "/x", "Storage:DataDir: There is no such setting"),
        ("Scheduling__Workers", "-1", "Scheduling:Workers: "),
        ("Scheduling__RetentionCron", "often", "Scheduling:RetentionCron: 'often' is no cron expression"),
        ("ConnectionStrings__Redis", "localhost:6379,colour=red", "ConnectionStrings:Redis: It is not of the form"),
        ("ConnectionStrings__Postgres", "hunter2", "ConnectionStrings:Postgres: It is not of the form"),
        ("Logging__Format", "xml", "Logging:Format: 'xml' is none of text, json"),
        ("Logging__LogLevel__Default", "Loud", "Logging:LogLevel:Default: 'Loud' is none of Trace"),
        ("Engine__Agents__git__MaxConcurrent", "0", "Engine:Agents:git:MaxConcurrent: The field MaxConcurrent must be between 1 and 10000"),
        ("Engine__Agents__git__MaxConcurent", "2", "Engine:Agents:git:MaxConcurent: There is no such setting. Engine:Agents:git has MaxConcurrent"),
        ("Engine__Agents__hg", "2", "Engine:Agents:hg: "),
        ("Breakers__FailureRatio", "2", "Breakers:FailureRatio: "),
        ("Outgoing__MaxConcurrentPerHost", "0", "Outgoing:MaxConcurrentPerHost: "),
        ("ASPNETCORE_URLS", "nonsense", "ASPNETCORE_URLS: 'nonsense' is not an address"),
    ];

    [Fact]
    public async Task Start_AllSortsOfMistakes_EachIsNamedOnALineOfItsOwnBeforeAnythingStarts()
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, [], [.. Wrong.Select(setting => (setting.Name, setting.Value))]);

        Assert.Equal(2, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(Wrong, setting => Assert.Single(lines, line => line.StartsWith(setting.Said, StringComparison.Ordinal)));
        Assert.True(lines.Length == Wrong.Length, output);
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["postgres"]));
    }

    [Theory]
    [InlineData("ConnectionStrings__Redis", ":::", "ConnectionStrings:Redis: It is not of the form")]
    [InlineData("ASPNETCORE_URLS", "http://localhost:99999", "ASPNETCORE_URLS: 'http://localhost:99999' has no port")]
    [InlineData("ASPNETCORE_URLS", "http://192.0.2.1:8080", "ASPNETCORE_URLS: This machine has no address 192.0.2.1")]
    public async Task Start_WrongSetting_IsNamedWithTheOthers(string name, string value, string named)
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, [], (name, value), ("Engine__MaxConcurrentStages", "0"));

        Assert.Equal(2, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.Contains("Engine:MaxConcurrentStages", output, StringComparison.Ordinal);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
