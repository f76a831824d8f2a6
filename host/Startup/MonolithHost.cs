using Monolith.Access;
using Monolith.Kernel;
using Monolith.Operations;
using Monolith.Storage;
using Npgsql;

namespace Monolith.Host.Startup;

/// <summary>A host that is up: its database and its web application, in the order in which they start and, reversed, end.</summary>
internal sealed class MonolithHost : IAsyncDisposable
{
    private readonly RunningDatabase database;
    private readonly WebApplication app;

    private MonolithHost(RunningDatabase database, WebApplication app) => (this.database, this.app) = (database, app);

    public string Address => Banner.AddressOf(app);

    public DataFolders Folders => database.Folders;

    public IServiceProvider Services => app.Services;

    /// <summary>Of this process alone, where people sign in; null where nobody does.</summary>
    public string? Key { get; private init; }

    /// <param name="args">The command line.</param>
    /// <param name="isDemo">The console belongs to the demo.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <param name="configure">Adds what is of this process and not of every host, such as what stops it; it may refuse the start.</param>
    /// <exception cref="StartRefusedException">It cannot start as it is configured.</exception>
    public static Task<MonolithHost> StartAsync(
        string[] args, bool isDemo, CancellationToken cancellationToken, Action<WebApplicationBuilder>? configure = null) =>
        OpenAsync(args, isDemo, listens: true, configure, cancellationToken);

    /// <summary>With its tables, but nothing of it runs: for what needs no more than the store.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="StartRefusedException">It cannot start as it is configured.</exception>
    public static Task<MonolithHost> PrepareAsync(string[] args, CancellationToken cancellationToken) =>
        OpenAsync(args, isDemo: true, listens: false, configure: null, cancellationToken);

    private static async Task<MonolithHost> OpenAsync(
        string[] args, bool isDemo, bool listens, Action<WebApplicationBuilder>? configure, CancellationToken cancellationToken)
    {
        var builder = Composition.CreateBuilder(args, isDemo);
        configure?.Invoke(builder);
        Composition.CheckSettings(builder);
        var key = isDemo ? AccessModule.AddOwnKey(builder.Configuration) : null;
        var database = await StorageModule.StartDatabaseAsync(builder.Configuration, cancellationToken);
        if (!database.IsSuccess)
            throw new StartRefusedException([.. database.Problems.Select(problem => problem.Message)]);

        try
        {
            var app = Composition.Build(builder, database.Value);
            await SchemaStart.RunAsync(app, cancellationToken);
            if (listens)
                await ListenAsync(app, cancellationToken);
            return new MonolithHost(database.Value, app) { Key = key };
        }
        catch (Exception fault)
        {
            await database.Value.DisposeAsync();
            if (OfDatabase(fault) is { } broken)
                throw new StartRefusedException([$"{database.Value.Description} failed while the host started: {broken.Message.ReplaceLineEndings(" ")}"]);
            throw;
        }
    }

    public void PrintBanner(TextWriter to) => Banner.Print(app, database.Description, to);

    /// <returns>Whether every phase of the stop went well.</returns>
    public async Task<bool> WaitForStopAsync()
    {
        await app.WaitForShutdownAsync();
        return app.Services.StoppedWell() == true;
    }

    public async ValueTask DisposeAsync()
    {
        using var guard = app.Services.GuardStop();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Libraries wrap what Npgsql says.</summary>
    private static NpgsqlException? OfDatabase(Exception? fault) => fault is null or NpgsqlException ? (NpgsqlException?)fault : OfDatabase(fault.InnerException);

    private static async Task ListenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception busy) when (busy is IOException or FormatException or InvalidOperationException)
        {
            await app.DisposeAsync();
            throw new StartRefusedException([$"The address cannot be listened on: {busy.Message} Give another one by ASPNETCORE_URLS, such as http://localhost:8081."]);
        }
    }
}
