using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Runs;

namespace Monolith.Pipelines.Tests.Journal;

/// <summary>Events as hosts have written them. A name or property that changes its meaning breaks these tests, and stored runs.</summary>
public sealed class RecordedEventsTests
{
    private static readonly string Recorded = Path.Combine(AppContext.BaseDirectory, "Journal", "Recorded");

    private static string[] Names => [.. Directory.EnumerateFiles(Recorded, "*.json").Select(file => Path.GetFileName(file)!)];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_RecordedStream_IsStillUnderstood(string file)
    {
        var recording = Read(file);
        var run = Given.Created(recording["definition"]!.GetValue<string>()).Run with { Version = 0 };

        foreach (var stored in recording["events"]!.AsArray())
        {
            var type = RunEventTypes.Named(stored!["type"]!.GetValue<string>());
            var change = (IRunEvent)JsonSerializer.Deserialize(stored["data"]!.ToJsonString(), type.Json)!;
            var written = JsonNode.Parse(JsonSerializer.Serialize(change, type.Json));
            Assert.True(JsonNode.DeepEquals(stored["data"], written), $"{type.Name} would be written as {written!.ToJsonString()}");
            run = run.Apply(change);
        }

        Assert.Equal(recording["status"]!.GetValue<string>(), StatusNames.Of(run.Status));
        Assert.Equal(recording["stages"]!.GetValue<string>(), string.Join(' ', run.Stages.Select(s => s.Status.ToString().ToLowerInvariant())));
    }

    [Fact]
    public void Types_All_AreInSomeRecording()
    {
        var recorded = Names.SelectMany(file => Read(file)["events"]!.AsArray()).Select(stored => stored!["type"]!.GetValue<string>());

        Assert.Equal(RunEventTypes.All.Select(type => type.Name).Order(), recorded.Distinct().Order());
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Recorded, file)))!;
}
