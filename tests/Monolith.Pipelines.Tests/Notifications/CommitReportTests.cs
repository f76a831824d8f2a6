using System.Text.Json;
using Monolith.Pipelines.Notifications;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Tests.Notifications;

public sealed class CommitReportTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_RunThatReports_TellsTheCommitOfItsBeginningAndItsEnd()
    {
        var created = Created("status+github:a/b@c");
        var begun = RunState.New(Guid.NewGuid(), Definition()).Apply(created);
        var cancelled = new RunCancelled("Enough.", At);

        Assert.Equal(["run.created", "run.cancelled"], [Event(begun, created), Event(begun.Apply(cancelled), cancelled)]);
        Assert.Empty(NotificationItems.Of(RunState.New(Guid.NewGuid(), Definition()).Apply(Created(null)), [Created(null)]));
    }

    private static string Event(RunState after, IRunEvent change)
    {
        var item = Assert.Single(NotificationItems.Of(after, [change]));
        var data = JsonDocument.Parse(item.Data).RootElement;
        Assert.Equal("status+github:a/b@c", data.GetProperty("address").GetString());
        return data.GetProperty("event").GetString()!;
    }

    private static RunCreated Created(string? reportTo) => new(
        "p", 1, "hash", JsonDocument.Parse("{}").RootElement, new Dictionary<string, string>(), "webhook", null, null, new Dictionary<string, string>(), At)
    { ReportTo = reportTo };

    private static Pipelines.Definitions.CompiledDefinition Definition() =>
        Pipelines.Definitions.DefinitionCompiler.Load(JsonDocument.Parse("""{"name":"p","stages":[{"id":"a","wait":{"for":"1s"}}]}""").RootElement);
}
