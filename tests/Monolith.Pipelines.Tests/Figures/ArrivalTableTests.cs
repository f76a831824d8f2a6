using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Tests.Support;
using Npgsql;

namespace Monolith.Pipelines.Tests.Figures;

public sealed class ArrivalTableTests(Database database) : IClassFixture<Database>
{
    // Long ago, so that no other run is near.
    private static readonly DateTimeOffset From = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Bucket = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Read_RunsOfSomeBuckets_AreCountedByBucketWithinTheBounds()
    {
        foreach (var minutes in new[] { -0.1, 0, 4.9, 5, 14.9, 15 })
            await MoveAsync(await StartAsync(), From.AddMinutes(minutes));

        var arrivals = await Arrivals.ReadAsync(From, From + (3 * Bucket), Bucket, CancellationToken.None);

        Assert.Equal([(0, 2), (1, 1), (2, 1)], arrivals.ByBucket.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public async Task Work_OfRunsThatEnded_IsFromTheirBeginToTheirEnd()
    {
        await EndAsync(await StartAsync(), TimeSpan.FromSeconds(30));
        await EndAsync(await StartAsync(), TimeSpan.FromSeconds(20));

        Assert.Equal([TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30)], await Arrivals.LastWorkAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Hosts_WhoseLeaseIsOver_AreNotCounted()
    {
        await ExecuteAsync("insert into {0}.hosts values (gen_random_uuid(), 'a', 'a', now() + interval '1 h'), (gen_random_uuid(), 'b', 'b', now() - interval '1 s')");

        Assert.Equal(1, await Arrivals.CountHostsAsync(CancellationToken.None));
    }

    private IRunArrivals Arrivals => database.Get<IRunArrivals>();

    private async Task<Guid> StartAsync() => (await database.StartAsync("wait: { for: 1h }")).Id;

    private Task MoveAsync(Guid run, DateTimeOffset to) => ExecuteAsync("update {0}.runs set created_at = $1 where id = $2", to, run);

    private Task EndAsync(Guid run, TimeSpan work) =>
        ExecuteAsync("update {0}.runs set status = 'success', started_at = now() - $1, finished_at = now() where id = $2", work, run);

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = database.Get<NpgsqlDataSource>().CreateCommand(sql.Replace("{0}", database.Get<JournalSchema>().Name, StringComparison.Ordinal));
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync();
    }
}
