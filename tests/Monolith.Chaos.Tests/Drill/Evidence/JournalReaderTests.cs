using Monolith.Host.Drill.Evidence;

namespace Monolith.Chaos.Tests.Drill.Evidence;

public sealed class JournalReaderTests
{
    private const string Run = "0199b0a0-0000-7000-8000-000000000001";

    [Fact]
    public void Parse_Lines_TellsWhatBeganAndWhatEnded()
    {
        var executions = JournalReader.Parse(
        [
            $"began x {Run} work-a 2 {Run}/work-a/2 77 2026-11-25T10:00:00.0000000+00:00",
            $"began y {Run} work-b 1 {Run}/work-b/1 77 2026-11-25T10:00:01.0000000+00:00",
            $"ended x {Run} work-a 2 {Run}/work-a/2 77 2026-11-25T10:00:02.0000000+00:00",
        ]);

        Assert.Equal(
            new Execution("x", Guid.Parse(Run), "work-a", 2, $"{Run}/work-a/2", 77, new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero), Ended: true),
            executions["x"]);
        Assert.False(executions["y"].Ended);
    }

    [Fact]
    public void Parse_TornLine_IsNoWitness() => Assert.Empty(JournalReader.Parse([$"began x {Run} work-a 1"]));
}
