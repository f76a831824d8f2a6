using Monolith.Storage.Embedded;
using Npgsql;

namespace Monolith.Storage.Tests.Embedded;

public sealed class EmbeddedServerTests
{
    [Fact]
    public async Task Start_StoppedAndStartedAgain_DataIsKept()
    {
        using var folder = new DataFolder();
        var first = (await EmbeddedServer.StartAsync(folder.Folders, CancellationToken.None)).Value;
        await ExecuteAsync(first, "create table kept (n int); insert into kept values (42)");
        await first.StopAsync();

        var second = (await EmbeddedServer.StartAsync(folder.Folders, CancellationToken.None)).Value;

        Assert.Equal(42, await ExecuteAsync(second, "select n from kept"));
        await second.StopAsync();
    }

    [Fact]
    public async Task Start_ServerLeftByADeadHost_GoesOnWithIt()
    {
        using var folder = new DataFolder();
        var left = (await EmbeddedServer.StartAsync(folder.Folders, CancellationToken.None)).Value;
        var began = await ExecuteAsync(left, "select pg_postmaster_start_time()");

        var next = (await EmbeddedServer.StartAsync(folder.Folders, CancellationToken.None)).Value;

        Assert.Equal(began, await ExecuteAsync(next, "select pg_postmaster_start_time()"));
        await next.StopAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ExecuteAsync(next, "select 1"));
    }

    [Fact]
    public async Task Start_InitialisationCutShort_IsDoneAnew()
    {
        using var folder = new DataFolder();
        foreach (var half in new[] { "data", "data.new" })
        {
            Directory.CreateDirectory(Path.Combine(folder.Folders.Postgres, half));
            await File.WriteAllTextAsync(Path.Combine(folder.Folders.Postgres, half, "half"), "");
        }

        var server = (await EmbeddedServer.StartAsync(folder.Folders, CancellationToken.None)).Value;

        Assert.Equal(1, await ExecuteAsync(server, "select 1"));
        await server.StopAsync();
    }

    [Fact]
    public async Task Start_LongFolder_SocketGoesToAShortOne()
    {
        using var folder = new DataFolder(new string('x', 120));

        var server = (await EmbeddedServer.StartAsync(folder.Folders, CancellationToken.None)).Value;

        Assert.Equal(1, await ExecuteAsync(server, "select 1"));
        var socket = server.Connection().Host!;
        await server.StopAsync();
        Directory.Delete(socket, recursive: true);
    }

    [Fact]
    public async Task Start_Settings_DiskIsFlushedAndNoPortIsOpen()
    {
        using var folder = new DataFolder();
        var server = (await EmbeddedServer.StartAsync(folder.Folders, CancellationToken.None)).Value;

        Assert.Equal("on", await ExecuteAsync(server, "show fsync"));
        Assert.Equal("on", await ExecuteAsync(server, "show synchronous_commit"));
        Assert.Equal("", await ExecuteAsync(server, "show listen_addresses"));
        await server.StopAsync();
    }

    private static async Task<object?> ExecuteAsync(EmbeddedServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.Connection().ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
