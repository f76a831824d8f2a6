using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Evidence.Signing;
using Monolith.Pipelines.Evidence.Verifying;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Events;
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
    public async Task Statement_OfARun_IsInTotoWithSlsaProvenance()
    {
        var given = Bundles.Eventful();
        var run = await database.StoreAsync(given.Run, given.Events);

        var statement = Bundles.Statement(await database.ExportAsync(run));

        Assert.Equal("https://in-toto.io/Statement/v1", statement.GetProperty("_type").GetString());
        Assert.Equal("https://slsa.dev/provenance/v1", statement.GetProperty("predicateType").GetString());
        // Of an artifact that was brought twice, the last.
        Assert.Equal(
            [("report", Bundles.ShaOf("second")), ("site", Bundles.ShaOf("third"))],
            statement.GetProperty("subject").EnumerateArray().Select(s => (s.GetProperty("name").GetString()!, s.GetProperty("digest").GetProperty("sha256").GetString()!)));
        var build = statement.GetProperty("predicate").GetProperty("buildDefinition");
        Assert.Equal("p", build.GetProperty("externalParameters").GetProperty("pipeline").GetString());
        Assert.Equal(given.Run.Definition.Hash, build.GetProperty("resolvedDependencies")[0].GetProperty("digest").GetProperty("sha256").GetString());
        var metadata = statement.GetProperty("predicate").GetProperty("runDetails").GetProperty("metadata");
        Assert.Equal(run, metadata.GetProperty("invocationId").GetGuid());
        Assert.Equal(Given.Start, metadata.GetProperty("finishedOn").GetDateTimeOffset());
    }

    [Fact]
    public async Task Export_RunUnderWayWithoutArtifacts_SaysThatItIsNotComplete()
    {
        var given = Given.Started(Given.Stages("a"));
        var bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));

        var report = await Bundles.VerifyAsync(bundle);

        Assert.True(report is { IsValid: true, Artifacts: 0, Header.IsComplete: false });
        var statement = Bundles.Statement(bundle);
        Assert.Equal("events", statement.GetProperty("subject")[0].GetProperty("name").GetString());
        Assert.False(statement.GetProperty("predicate").GetProperty("runDetails").GetProperty("metadata").TryGetProperty("finishedOn", out _));
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

    [Fact]
    public async Task Find_NoSuchRun_IsNull() => Assert.Null(await database.Get<EvidenceSource>().FindAsync(Guid.NewGuid(), CancellationToken.None));

    [Fact]
    public async Task Key_AskedForByManyAtOnce_IsOne()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await Task.Yield();
            using var key = await database.Get<SigningKeys>().OpenAsync(CancellationToken.None);
            return key.ExportSubjectPublicKeyInfoPem();
        }));

        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task Verify_WithArtifacts_NamesThoseThatAreMissingOrOthers()
    {
        var given = Bundles.Eventful();
        var bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));
        var folder = Directory.CreateTempSubdirectory("evidence-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "report"), "second");
        await File.WriteAllTextAsync(Path.Combine(folder, "site"), "third");
        Assert.True((await Bundles.VerifyAsync(bundle, artifacts: new ArtifactFolder(folder))).IsValid);

        await File.WriteAllTextAsync(Path.Combine(folder, "report"), "another");
        File.Delete(Path.Combine(folder, "site"));
        var report = await Bundles.VerifyAsync(bundle, artifacts: new ArtifactFolder(folder));

        Assert.Equal(2, report.Faults.Count);
        Assert.Matches("^line [0-9]+, artifact report: the file's SHA-256 is", report.Faults[0]);
        Assert.Matches("^line [0-9]+, artifact site: it is not in the folder", report.Faults[1]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Verify_KeyOfAnotherInstallation_IsRefused()
    {
        var given = Bundles.Eventful();
        var bundle = await database.ExportAsync(await database.StoreAsync(given.Run, given.Events));
        using var own = await database.Get<SigningKeys>().OpenAsync(CancellationToken.None);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.True((await Bundles.VerifyAsync(bundle, own)) is { IsValid: true, IsKeyGiven: true });
        Assert.Contains("the given one is", Assert.Single((await Bundles.VerifyAsync(bundle, other)).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello\n")]
    [InlineData("{\"line\":\"header\"}\n{}\n")]
    [InlineData("[1,2")]
    public async Task Verify_SomethingElse_IsNoBundle(string text) =>
        Assert.False((await Bundles.VerifyAsync(Encoding.UTF8.GetBytes(text))).IsBundle);
}
