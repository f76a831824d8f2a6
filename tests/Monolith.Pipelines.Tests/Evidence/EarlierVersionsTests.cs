using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Events;
using Monolith.Pipelines.Tests.Runs;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Evidence;

public sealed class EarlierVersionsTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Export_RunsOfEarlierVersions_AreValid()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Journal", "Recorded"), "*.json");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var recording = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            var run = Given.Created(recording["definition"]!.GetValue<string>()).Run;
            var events = recording["events"]!.AsArray()
                .Select(stored => (IRunEvent)JsonSerializer.Deserialize(stored!["data"]!.ToJsonString(), RunEventTypes.Named(stored["type"]!.GetValue<string>()).Json)!)
                .Select(change => change is RunCreated created ? created with { DefinitionHash = run.Definition.Hash } : change).ToList();

            var report = await Bundles.VerifyAsync(await database.ExportAsync(await database.StoreAsync(run, events)));

            Assert.True(report.IsValid, $"{file}: {string.Join(' ', report.Faults)}");
        }
    }
}
