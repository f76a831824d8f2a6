using Monolith.Kernel;
using Monolith.Storage.Embedded;
using Npgsql;

namespace Monolith.Storage;

/// <summary>The database this host uses and the lock on its data folder. Disposed last: it ends an embedded server.</summary>
public sealed class RunningDatabase : IAsyncDisposable
{
    private readonly IDisposable folderLock;
    private readonly EmbeddedServer? embedded;
    private Task? closed;

    internal RunningDatabase(DataFolders folders, string connectionString, string description, IDisposable folderLock, EmbeddedServer? embedded)
    {
        (Folders, ConnectionString, Description) = (folders, connectionString, description);
        (this.folderLock, this.embedded) = (folderLock, embedded);
    }

    /// <summary>Where the host keeps files.</summary>
    public DataFolders Folders { get; }

    /// <summary>For people; holds no password.</summary>
    public string Description { get; }

    internal string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        folderLock.Dispose();
    }

    internal Task CloseAsync()
    {
        lock (folderLock)
            return closed ??= CloseOnceAsync();
    }

    private async Task CloseOnceAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (embedded is not null)
            await embedded.StopAsync();
    }
}
