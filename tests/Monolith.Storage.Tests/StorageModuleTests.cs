using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Npgsql;

namespace Monolith.Storage.Tests;

public sealed class StorageModuleTests
{
    [Fact]
    public async Task Start_FolderOfAnotherHost_IsRefused()
    {
        using var folder = new DataFolder();
        await using var first = (await StartAsync(folder)).Value;

        var second = await StartAsync(folder);

        Assert.Contains("in use by another host", Assert.Single(second.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=u;Password=topsecret;Database=d", "127.0.0.1:1/d")]
    [InlineData("Hots=127.0.0.1;Password=topsecret", "Host=...")]
    [InlineData("topsecret", "Host=...")]
    public async Task Start_ServerThatCannotBeUsed_SaysSoWithoutThePassword(string connection, string named)
    {
        using var folder = new DataFolder();

        var problem = Assert.Single((await StartAsync(folder, connection)).Problems);

        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("topsecret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ServerThatIsStarting_IsWaitedFor()
    {
        using var folder = new DataFolder();
        using var server = new RefusingServer("57P03", "57P03", "3D000");

        var problem = Assert.Single((await StartAsync(folder, $"Host=127.0.0.1;Port={server.Port};Username=u;Database=d")).Problems);

        Assert.Contains("3D000", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateSchema_TwoHostsAtOnce_BothEndAndMartenStores()
    {
        using var folder = new DataFolder();
        await using var database = (await StartAsync(folder)).Value;
        await using var one = Services(database);
        await using var two = Services(database);

        await Task.WhenAll(StorageModule.CreateSchemaAsync(one, CancellationToken.None), StorageModule.CreateSchemaAsync(two, CancellationToken.None));

        await using (var session = one.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Store(new Note { Id = "a", Text = "kept" });
            await session.SaveChangesAsync();
        }

        await using var query = two.GetRequiredService<IDocumentStore>().QuerySession();
        Assert.Equal("kept", (await query.LoadAsync<Note>("a"))!.Text);
    }

    [Fact]
    public async Task CreateSchema_ForeignKeyOfAnOlderVersion_IsDroppedAndMartenStillAppends()
    {
        using var folder = new DataFolder();
        await using var database = (await StartAsync(folder)).Value;
        await using var services = Services(database);
        await StorageModule.CreateSchemaAsync(services, CancellationToken.None);
        await ExecuteAsync(services, "alter table monolith.mt_events add foreign key (stream_id) references monolith.mt_streams (id)");

        await StorageModule.CreateSchemaAsync(services, CancellationToken.None);

        Assert.Equal(0L, await ExecuteAsync(services, "select count(*) from pg_constraint where contype = 'f' and conrelid = 'monolith.mt_events'::regclass"));
        var stream = Guid.NewGuid();
        await using var session = services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Events.StartStream(stream, new Noted("kept"));
        await session.SaveChangesAsync();
        Assert.Equal(new Noted("kept"), Assert.Single(await session.Events.FetchStreamAsync(stream)).Data);
    }

    [Fact]
    public async Task CreateSchema_TablesOfANewerVersion_AreLeftAsTheyAre()
    {
        using var folder = new DataFolder();
        await using var database = (await StartAsync(folder)).Value;
        await using var services = Services(database);
        await StorageModule.CreateSchemaAsync(services, CancellationToken.None);
        await ExecuteAsync(services, """
            alter table monolith.mt_streams add column newer text;
            create index newer_index on monolith.mt_streams (newer);
            update monolith.schema_version set version = version + 1;
            """);

        await StorageModule.CreateSchemaAsync(services, CancellationToken.None);

        Assert.Equal(1L, await ExecuteAsync(services, "select count(*) from information_schema.columns where column_name = 'newer'"));
        Assert.Equal(1L, await ExecuteAsync(services, "select count(*) from pg_indexes where indexname = 'newer_index'"));
    }

    private static async Task<object?> ExecuteAsync(ServiceProvider services, string sql)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static Task<Result<RunningDatabase>> StartAsync(DataFolder folder, string? connection = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:DataDirectory"] = folder.Folders.Root,
                ["ConnectionStrings:Postgres"] = connection,
            })
            .Build();
        return StorageModule.StartDatabaseAsync(configuration, CancellationToken.None);
    }

    private static ServiceProvider Services(RunningDatabase database) =>
        new ServiceCollection()
            .AddLogging()
            .AddStorage(database)
            .ConfigureMarten(options =>
            {
                options.Schema.For<Note>();
                options.Events.AddEventType<Noted>();
            })
            .BuildServiceProvider();

    internal sealed record Noted(string Text);

    internal sealed class Note
    {
        public required string Id { get; init; }

        public required string Text { get; init; }
    }
}
