using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Monolith.Operations.Logs.Levels;

namespace Monolith.Operations.Tests.Logs;

public sealed class LogLevelsTests
{
    [Fact]
    public void Change_ACategory_IsTheLastWordUntilItIsGivenBack()
    {
        var levels = new LogLevels();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Warning" }).Add(levels).Build();

        levels.Change(LogLevels.Default, LogLevel.Trace);
        levels.Change("Npgsql", LogLevel.Critical);
        var changed = LogLevels.Of(configuration);
        levels.Change(LogLevels.Default, null);
        levels.Change("Npgsql", null);

        Assert.Equal(new Dictionary<string, string> { ["Default"] = "trace", ["Npgsql"] = "fatal" }, changed);
        Assert.Equal(new Dictionary<string, string> { ["Default"] = "warn" }, LogLevels.Of(configuration));
    }

    [Theory]
    [InlineData("info", LogLevel.Information)]
    [InlineData("Warning", LogLevel.Warning)]
    [InlineData("FATAL", LogLevel.Critical)]
    public void Find_EitherName_IsTheLevel(string name, LogLevel level) => Assert.Equal(level, LevelNames.Find(name));
}
