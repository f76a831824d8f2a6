using System.Text.Json;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.Commands;
using Monolith.Pipelines.Runs.State;
using Monolith.Pipelines.Tests.Support;
using Npgsql;

namespace Monolith.Pipelines.Tests.Engine;

/// <summary>Two versions of the host on one database: what the newer one wrote, the older one leaves alone.</summary>
public sealed class NewerVersionTests(Database database) : IClassFixture<Database>
{
    [Fact]
    public async Task Ask_RunWithAnEventOfANewerVersion_IsRefusedAndNothingIsWritten()
    {
        var run = await WithUnknownEventAsync();

        var asked = await database.Get<RunEngine>().AskAsync(run.Id, new CancelRun("enough", DateTimeOffset.UnixEpoch), CancellationToken.None);

        Assert.Equal(ErrorCodes.UnsupportedVersion, asked.Problems[0].Code);
        Assert.Contains("'run_admired'", asked.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(run.Version + 1, (await database.Get<RunReader>().RawAsync(run.Id, 0, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Dispatch_OneRunOfANewerVersion_DoesNotKeepOthersFromBeingTaken()
    {
        var unknown = await WithUnknownEventAsync();
        var known = await database.StartAsync("wait: { for: 1s }");
        await ExecuteAsync($"update monolith.runs set wake_at = now() - interval '1 minute' where id in ('{unknown.Id}', '{known.Id}')");

        await database.Get<IRunDispatch>().TakeDueAsync(CancellationToken.None);

        var asked = await database.Get<RunEngine>().AskAsync(known.Id, new PassTime(known.CreatedAt.AddMinutes(1)), CancellationToken.None);
        Assert.Equal(RunStatus.Success, asked.Value.Status);
        Assert.StartsWith("Left to a newer host", await database.Get<IRunDispatch>().WakeAsync(unknown.Id, CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DefinitionWithAPropertyOfANewerVersion_IsRefused()
    {
        using var canonical = JsonDocument.Parse("""{ "name": "p", "stages": [{ "id": "a", "wait": { "for": "1s" }, "approval": { "by": 2 } }] }""");

        var refused = Assert.Throws<JournalTooNewException>(() => DefinitionCompiler.Load(canonical.RootElement));

        Assert.Contains("stages[0].approval", refused.Message, StringComparison.Ordinal);
    }

    private async Task<RunState> WithUnknownEventAsync()
    {
        var run = await database.StartAsync("wait: { for: 1s }");
        await ExecuteAsync($$"""
            update monolith.mt_streams set version = version + 1 where id = '{{run.Id}}';
            insert into monolith.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            values (nextval('monolith.mt_events_sequence'), gen_random_uuid(), '{{run.Id}}', {{run.Version + 1}}, '{}', 'run_admired', now(), '*DEFAULT*', false)
            """);
        return run;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.Get<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
