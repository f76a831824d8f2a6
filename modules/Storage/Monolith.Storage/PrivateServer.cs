using Monolith.Kernel;
using Monolith.Storage.Embedded;

namespace Monolith.Storage;

/// <summary>The embedded server without a host of its own: it can be stopped, made to crash and started again while hosts use it.</summary>
public sealed class PrivateServer : IAsyncDisposable
{
    private readonly DataFolders folders;
    private readonly EmbeddedServer server;

    private PrivateServer(DataFolders folders, EmbeddedServer server) => (this.folders, this.server) = (folders, server);

    /// <summary>As hosts take it; the same after each start.</summary>
    public string ConnectionString => server.Connection().ConnectionString;

    /// <summary>The fast stop of an operator.</summary>
    public Task StopAsync() => server.StopAsync();

    /// <summary>Ends as if the power had gone.</summary>
    public Task CrashAsync() => server.CrashAsync();

    /// <summary>Starts it again on the same data.</summary>
    /// <returns>What hinders it; null when it is up.</returns>
    public async Task<Problem?> StartAgainAsync(CancellationToken cancellationToken)
    {
        var started = await EmbeddedServer.StartAsync(folders, cancellationToken);
        return started.IsSuccess ? null : started.Problems[0];
    }

    public async ValueTask DisposeAsync() => await server.StopAsync();

    internal static async Task<Result<PrivateServer>> StartAsync(DataFolders folders, CancellationToken cancellationToken)
    {
        var started = await EmbeddedServer.StartAsync(folders, cancellationToken);
        return started.IsSuccess ? new PrivateServer(folders, started.Value) : Result<PrivateServer>.Failed(started.Problems);
    }
}
