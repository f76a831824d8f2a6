using Monolith.Pipelines.Tests.Runs;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Evidence;

public sealed class StatementTests(Database database) : IClassFixture<Database>
{
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
}
