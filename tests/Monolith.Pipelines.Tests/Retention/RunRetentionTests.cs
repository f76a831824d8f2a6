using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Monolith.Kernel;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Retention;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Support;
using Npgsql;

namespace Monolith.Pipelines.Tests.Retention;

public sealed class RunRetentionTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Apply_MoreThanAreKept_OldestAreArchivedAndDeleted()
    {
        await Retention(new() { KeepCount = 0 }).ApplyAsync(CancellationToken.None);
        var runs = new List<RunState>();
        for (var i = 0; i < 5; i++)
            runs.Add(await EndedAsync());
        var waiting = await database.StartAsync("wait: { signal: never }");

        var deleted = await Retention(new() { KeepCount = 2, Archive = true, BatchSize = 2 }).ApplyAsync(CancellationToken.None);

        Assert.Equal(3, deleted);
        var left = await Task.WhenAll(runs.Select(ExistsAsync));
        Assert.Equal([false, false, false, true, true], left);
        Assert.True(await ExistsAsync(waiting));
        var archived = await ReadAsync(database.Get<RunArchive>().PathOf(runs[0]));
        Assert.Equal(runs[0].Version, archived.GetProperty("events").GetArrayLength());
        Assert.Equal("cancelled", archived.GetProperty("run").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Apply_OlderThanKept_AreDeletedAndLaterOnesStay()
    {
        var run = await EndedAsync();
        var retention = Retention(new() { KeepFor = TimeSpan.FromHours(1) });
        Assert.Equal(0, await retention.ApplyAsync(CancellationToken.None));
        Assert.True(await ExistsAsync(run));

        await Retention(new() { KeepFor = TimeSpan.FromHours(1) }, new Later()).ApplyAsync(CancellationToken.None);

        Assert.False(await ExistsAsync(run));
        var asked = await database.Get<RunEngine>().AskAsync(run.Id, new PauseRun(DateTimeOffset.UnixEpoch), CancellationToken.None);
        Assert.Equal(ErrorCodes.NotFound, asked.Problems[0].Code);
    }

    [Fact]
    public async Task Apply_NoOptions_KeepsEverything()
    {
        var run = await EndedAsync();

        Assert.Equal(0, await Retention(new(), new Later()).ApplyAsync(CancellationToken.None));

        Assert.True(await ExistsAsync(run));
    }

    [Fact]
    public async Task Sweep_ContentThatNoRunNames_IsDeletedAndOtherStays()
    {
        var (store, run) = (database.Get<ArtifactStore>(), await EndedAsync());
        var (_, kept) = await store.AddAsync(run.Id, stream => stream.WriteAsync("kept"u8.ToArray()).AsTask(), CancellationToken.None);
        var (_, orphan) = await store.AddAsync(Guid.NewGuid(), stream => stream.WriteAsync("orphan"u8.ToArray()).AsTask(), CancellationToken.None);
        await using (var forget = database.Get<NpgsqlDataSource>().CreateCommand($"delete from {database.Get<JournalSchema>().Name}.run_artifacts where sha256 = '{orphan}'"))
            await forget.ExecuteNonQueryAsync();

        await database.Get<KeptFilesSweep>().SweepAsync(CancellationToken.None);

        Assert.NotNull(store.Find(kept));
        Assert.Null(store.Find(orphan));
    }

    private async Task<RunState> EndedAsync()
    {
        var run = await database.StartAsync("wait: { signal: never }");
        var ended = await database.Get<RunEngine>().AskAsync(run.Id, new CancelRun("over", TimeProvider.System.GetUtcNow()), CancellationToken.None);
        return ended.Value;
    }

    private async Task<bool> ExistsAsync(RunState run) => await database.Get<RunReader>().LoadAsync(run.Id, CancellationToken.None) is not null;

    private RunRetention Retention(RetentionOptions options, TimeProvider? time = null) => new(
        database.Get<NpgsqlDataSource>(),
        database.Get<JournalSchema>(),
        database.Get<RunArchive>(),
        Options.Create(options),
        time ?? TimeProvider.System,
        NullLogger<RunRetention>.Instance);

    private static async Task<JsonElement> ReadAsync(string path)
    {
        await using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var document = await JsonDocument.ParseAsync(gzip);
        return document.RootElement.Clone();
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddHours(2);
    }
}
