using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Tests.Support;
using Monolith.Agents.Sdk;
using Monolith.Models.Contracts;
using Npgsql;

namespace Monolith.Access.Tests.Features;

/// <summary>Two hosts, of which one is told over HTTP.</summary>
[Collection(OneKeyedHost.Name)]
public sealed class PausedModelsTests(KeyedHostFixture keyed)
{
    private const string Path = "/api/v1/features/models-paused";
    private const string Paused = "An admin has paused";
    private const string Asked = "No language model is configured";

    [Fact]
    public async Task Put_ForAProject_StopsItsCallsOnBothHostsAndDeleteLetsThemGoOn()
    {
        await using var second = await SecondHost.StartAsync(keyed);
        Assert.Contains(Asked, await AskAsync(second.Services, "red"), StringComparison.Ordinal);

        await PutAsync("red");
        await second.UntilLoggedAsync("models-paused: on for projects red");
        foreach (var host in new[] { keyed.Host.Services, second.Services })
        {
            Assert.Contains(Paused, await AskAsync(host, "red"), StringComparison.Ordinal);
            Assert.Contains(Asked, await AskAsync(host, "blue"), StringComparison.Ordinal);
        }

        await keyed.Admin.SendAsync(HttpMethod.Delete, Path);
        await second.UntilLoggedAsync("models-paused: not set");
        Assert.Contains(Asked, await AskAsync(second.Services, "red"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_ThatDoesNotAnswer_LeavesWhatWasKnown()
    {
        await PutAsync("grey");
        await using var second = await SecondHost.StartAsync(keyed);
        await using (var connection = await keyed.Host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync())
        await using (await connection.BeginTransactionAsync())
        {
            await using var held = new NpgsqlCommand($"lock table {second.Services.GetRequiredService<Monolith.Features.FeaturesSchema>().Flags} in access exclusive mode", connection);
            await held.ExecuteNonQueryAsync();

            await second.UntilLoggedAsync("Feature flags cannot be read");
            Assert.Contains(Paused, await AskAsync(second.Services, "grey"), StringComparison.Ordinal);
        }

        await second.UntilLoggedAsync("Feature flags are read again");
        await keyed.Admin.SendAsync(HttpMethod.Delete, Path);
    }

    private async Task PutAsync(string project) =>
        Assert.Equal(200, (await keyed.Admin.SendAsync(HttpMethod.Put, Path, new { enabled = true, projects = new[] { project } })).Status);

    private static async Task<string> AskAsync(IServiceProvider host, string project)
    {
        var caller = new ModelCaller(Guid.NewGuid(), "write", 1, "scaffold") { Person = "ada", Project = project };
        var ask = () => host.GetRequiredService<IModelAccess>().Of(caller).AskAsync(new ModelRequest(ModelMessage.User("Anybody there?")), CancellationToken.None);
        return (await Assert.ThrowsAsync<ModelException>(ask)).Message;
    }
}
