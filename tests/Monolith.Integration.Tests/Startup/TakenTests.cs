using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

/// <summary>A second host beside one that has already what it wants.</summary>
[Collection(OneHost.Name)]
public sealed class TakenTests(HostFixture first)
{
    [Fact]
    public async Task Start_FolderInUse_ExitsWithTwoAndSaysSo()
    {
        var (exitCode, output) = await HostProcess.RunAsync(first.Folder, []);

        Assert.Equal(2, exitCode);
        Assert.Contains("in use by another host", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AddressInUse_ExitsWithTwoAndSaysSo()
    {
        using var other = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(other.Path, [], ("ASPNETCORE_URLS", first.Http.BaseAddress!.ToString()));

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"ASPNETCORE_URLS: Port {first.Http.BaseAddress!.Port} is taken", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Start_DatabaseFailsMeanwhile_ExitsWithTwoAndOneLine()
    {
        using var two = new TestFolder();
        var socket = first["postgres/socket"];
        await using (var database = Npgsql.NpgsqlDataSource.Create($"Host={socket};Username=monolith;Database=monolith"))
        await using (var create = database.CreateCommand("create role reader login"))
            await create.ExecuteNonQueryAsync();

        var (exitCode, output) = await HostProcess.RunAsync(
            two.Path, [], ("ConnectionStrings__Postgres", $"Host={socket};Username=reader;Database=monolith"));

        Assert.Equal(2, exitCode);
        Assert.Contains("failed while the host started: 42501", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
    }
}
