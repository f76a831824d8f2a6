using System.Text;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Tests.Support;
using Npgsql;

namespace Monolith.Pipelines.Tests.Projects;

public sealed class OwnedRunTests(Database database) : IClassFixture<Database>
{
    private const string Yaml = "name: p\nconcurrency: { key: deploy }\nstages: [{ id: s, wait: { for: 1h } }]";

    [Fact]
    public async Task Launch_SameConcurrencyKeyInTwoProjects_AreTwoKeysAndTwoShares()
    {
        var (plain, red, blue) = (await StartAsync("default"), await StartAsync("red"), await StartAsync("blue"));

        Assert.Equal(["default deploy deploy", "red \u001fred\u001fdeploy \u001fred\u001fdeploy", "blue \u001fblue\u001fdeploy \u001fblue\u001fdeploy"], [await RowAsync(plain), await RowAsync(red), await RowAsync(blue)]);
    }

    [Fact]
    public async Task Load_RunOfAProject_IsPinnedToIt()
    {
        var run = await database.Get<RunReader>().LoadAsync(await StartAsync("red"), CancellationToken.None);

        Assert.Equal(("red", "deploy"), (run!.Project, run.Concurrency!.Key));
    }

    [Fact]
    public async Task Row_OfAHostThatKnowsNoProjects_IsOfTheDefaultOne()
    {
        var id = Guid.CreateVersion7();
        await using var insert = database.Get<NpgsqlDataSource>().CreateCommand($"""
            insert into {Schema}.runs (id, pipeline, definition_hash, status, labels, trigger, created_at) values ('{id}', 'old', '', 'success', '{"{}"}', 'manual', now())
            """);
        await insert.ExecuteNonQueryAsync();

        Assert.StartsWith("default ", await RowAsync(id), StringComparison.Ordinal);
    }

    private string Schema => database.Get<JournalSchema>().Name;

    private async Task<Guid> StartAsync(string project)
    {
        var definition = database.Get<DefinitionCompiler>().Compile(Encoding.UTF8.GetBytes(Yaml), DefinitionFormat.Yaml).Value;
        var draft = await database.Get<RunDrafter>().DraftAsync(definition, version: null, new RunOrder { Project = project }, CancellationToken.None);
        return (await database.Get<RunLauncher>().LaunchAsync(draft.Value))!.Id;
    }

    private async Task<string> RowAsync(Guid run)
    {
        await using var select = database.Get<NpgsqlDataSource>().CreateCommand($"select project || ' ' || coalesce(concurrency_key, '') || ' ' || share from {Schema}.runs where id = '{run}'");
        return (string)(await select.ExecuteScalarAsync())!;
    }
}
