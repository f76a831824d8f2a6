using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.DeadLetters;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Journal.Items;
using Monolith.Pipelines.Tests.Support;
using Npgsql;

namespace Monolith.Pipelines.Tests.Api.DeadLetters;

/// <summary>Notifications that exhausted their tries are dead letters too, though another module sends them.</summary>
public sealed class DeadNotificationTests(Database database) : IClassFixture<Database>
{
    private const string Data = """{"address":"https://example.com/hook","event":"run_failed","attempts":10,"error":"503 Service Unavailable"}""";

    private RunItemTable Items => database.Get<RunItemTable>();

    [Fact]
    public async Task Replay_DeadNotification_IsPendingAndDueAtOnce()
    {
        var run = (await database.StartAsync("wait: { for: 1h }")).Id;
        var id = await AddAsync(run, "dead");
        var letter = Assert.Single(await ListAsync(run, status: null));
        Assert.Equal(
            (id, DeadLetterKind.Notification, "open", "503 Service Unavailable", 10, "https://example.com/hook", "run_failed"),
            (letter.Id, letter.Kind, letter.Status, letter.Message, letter.Attempts, letter.Address, letter.Event));

        var replayed = await ReplayAsync(id);
        var again = await ReplayAsync(id);

        Assert.Equal(("replayed", "replayed"), (replayed.Status, again.Status));
        Assert.Empty(await ListAsync(run, status: null));
        var due = Assert.Single(await Items.TakeDueAsync(RunItemKinds.Notification, TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1), 10, CancellationToken.None));
        Assert.Equal((id, "pending"), (due.Item.Id, due.Item.Status));
    }

    [Fact]
    public async Task List_NotificationThatIsOnItsWay_IsNoDeadLetter()
    {
        var run = (await database.StartAsync("wait: { for: 1h }")).Id;
        var id = await AddAsync(run, "pending");
        await AddAsync(run, "dead");

        Assert.Single(await ListAsync(run, status: "open"));
        Assert.Empty(await ListAsync(run, status: "replayed"));
        Assert.IsType<ProblemHttpResult>((await GetDeadLetter.HandleAsync(id, Items, CancellationToken.None)).Result);
    }

    private async Task<IReadOnlyList<DeadLetterResponse>> ListAsync(Guid run, string? status) => Assert.IsType<Ok<DeadLetterListResponse>>(
        (await ListDeadLetters.HandleAsync(status, null, run.ToString(), null, null, new RequestProjects(ProjectScope.All, One: null), Items, CancellationToken.None)).Result).Value!.DeadLetters;

    private async Task<DeadLetterResponse> ReplayAsync(Guid id) => Assert.IsType<Ok<DeadLetterResponse>>(
        (await ReplayDeadLetter.HandleAsync(id, database.Get<ReplayDeadLetter>(), CancellationToken.None)).Result).Value!;

    private async Task<Guid> AddAsync(Guid run, string status)
    {
        var id = Guid.NewGuid();
        await using var command = database.Get<NpgsqlDataSource>().CreateCommand(
            $"insert into {database.Get<JournalSchema>().Name}.run_items (id, run_id, kind, status, data, created_at) values ($1, $2, $3, $4, $5::jsonb, now())");
        foreach (var value in new object[] { id, run, RunItemKinds.Notification, status, Data })
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync();
        return id;
    }
}
