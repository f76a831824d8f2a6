using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;

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
        new ServiceCollection().AddLogging().AddStorage(database).BuildServiceProvider();

    internal sealed class Note
    {
        public required string Id { get; init; }

        public required string Text { get; init; }
    }
}
