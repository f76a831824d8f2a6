using Monolith.Host.Drill.Options;
using Monolith.Host.Startup;

namespace Monolith.Chaos.Tests.Drill.Options;

public sealed class DrillOptionsReaderTests
{
    [Fact]
    public void Read_Nothing_GivesTheUsual()
    {
        var options = DrillOptionsReader.Read([]);

        Assert.Equal((50, 3, 5, 10), (options.Kills, options.Hosts, options.DatabaseRestarts, options.Freezes));
    }

    [Fact]
    public void Read_All_TakesThem() => Assert.Equal(
        new DrillOptions(7, 2, 1, 0, 42),
        DrillOptionsReader.Read(["--kills", "7", "--hosts=2", "--database-restarts", "1", "--freezes", "0", "--seed", "42"]));

    [Theory]
    [InlineData("--kills: 'x' will not do. Give a whole number from 0 to 10000, such as --kills 50.", "--kills", "x")]
    [InlineData("--hosts: '0' will not do. Give a whole number from 1 to 9, such as --hosts 3.", "--hosts=0")]
    [InlineData("--kills: it is given twice. Give it once.", "--kills", "1", "--kills", "2")]
    [InlineData("now: the drill has no such option. It has --kills, --hosts, --database-restarts, --freezes, --seed.", "now")]
    public void Read_Wrong_NamesTheOptionAndTheMend(string line, params string[] words)
    {
        var refused = Assert.Throws<StartRefusedException>(() => DrillOptionsReader.Read(words));

        Assert.Equal([line], refused.Reasons);
    }
}
