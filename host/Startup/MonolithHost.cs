using Monolith.Kernel;
using Monolith.Scheduling;
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

    /// <exception cref="StartRefusedException">It cannot start as it is configured.</exception>
    public static async Task<MonolithHost> StartAsync(string[] args, bool isDemo, CancellationToken cancellationToken)
    {
        var builder = Composition.CreateBuilder(args, isDemo);
        Composition.CheckSettings(builder);
        var database = await StorageModule.StartDatabaseAsync(builder.Configuration, cancellationToken);
        if (!database.IsSuccess)
            throw new StartRefusedException([.. database.Problems.Select(problem => problem.Message)]);

        try
        {
            var app = Composition.Build(builder, database.Value);
            await StorageModule.CreateSchemaAsync(app.Services, cancellationToken);
            await SchedulingModule.CreateSchemaAsync(app.Services, cancellationToken);
            await ListenAsync(app, cancellationToken);
            return new MonolithHost(database.Value, app);
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

    public Task WaitForStopAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
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
