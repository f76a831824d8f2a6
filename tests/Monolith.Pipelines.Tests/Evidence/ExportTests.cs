using System.Text;
using System.Text.Json;
using Monolith.Pipelines.Decisions.Policy;
using Monolith.Pipelines.Decisions.Ruling;
using Monolith.Pipelines.Decisions.Subjects;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Tests.Runs;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Evidence;

public sealed class ExportTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Export_RunThatIsOver_IsValidAndHoldsEveryEventAsStored()
    {
        var given = Bundles.Eventful();
        var run = await database.StoreAsync(given.Run, given.Events);

        var bundle = await database.ExportAsync(run);

        var report = await Bundles.VerifyAsync(bundle);
        Assert.Empty(report.Faults);
        Assert.True(report is { IsValid: true, IsKeyGiven: false, Artifacts: 3, Header.IsComplete: true });
        var stored = await database.Get<RunReader>().RawAsync(run, 0, CancellationToken.None);
        var events = Bundles.Lines(bundle).Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.TryGetProperty("version", out _)).ToList();
        Assert.Equal(stored.Select(row => (row.Version, row.Type, row.Data)), events.Select(line => (
            line.GetProperty("version").GetInt64(), line.GetProperty("type").GetString()!, line.GetProperty("data").GetRawText())));
    }

    [Fact]
    public async Task Export_RunLongerThanAPage_HoldsAllEvents()
    {
        var given = Given.Started(Given.Stages("a"));
        for (var i = 0; i < 300; i++)
            given.Pause().Resume();
        var bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));

        var report = await Bundles.VerifyAsync(bundle);

        Assert.Empty(report.Faults);
        Assert.Equal(given.Events.Count, report.Header!.Events);
        Assert.Equal(given.Events.Count + 3, report.Lines);
    }

    [Fact]
    public async Task Export_RunWithADecision_HoldsThePolicyThatRuled()
    {
        var policy = await database.Get<CurrentPolicy>().ForRulingAsync(CancellationToken.None);
        var given = Given.Started(Given.Stages("a"));
        given.Complete("a", new AttemptOutcome { AsksDecision = new AskedDecision(new DecisionProposal("technical_refactor", "Sure?"), Ruler.Rule(policy, new("technical_refactor", "Sure?"), given.Now), SubjectHash.Of([], [], null)) });

        var bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));

        Assert.Empty((await Bundles.VerifyAsync(bundle)).Faults);
        var line = JsonDocument.Parse(Bundles.Lines(bundle)[^2]).RootElement;
        Assert.Equal(policy.Canonical, line.GetProperty("policy").GetRawText());
        var dependency = Bundles.Statement(bundle).GetProperty("predicate").GetProperty("buildDefinition").GetProperty("resolvedDependencies").EnumerateArray().Last();
        Assert.Equal(("policy", policy.Hash), (dependency.GetProperty("name").GetString(), dependency.GetProperty("digest").GetProperty("sha256").GetString()));
        var forged = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bundle).Replace("\"autoApproveAt\":0.85", "\"autoApproveAt\":0.05", StringComparison.Ordinal));
        Assert.Contains((await Bundles.VerifyAsync(forged)).Faults, fault => fault.StartsWith("line 8, policy ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Find_NoSuchRun_IsNull() => Assert.Null(await database.Get<EvidenceSource>().FindAsync(Guid.NewGuid(), CancellationToken.None));
}
