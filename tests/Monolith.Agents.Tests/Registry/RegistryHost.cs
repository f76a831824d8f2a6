using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Monolith.Agents.Catalog;
using Monolith.Agents.Contracts;
using Monolith.Agents.Registry;
using Monolith.Agents.Registry.Serving;
using Monolith.Agents.Registry.Store;
using Monolith.Agents.Registry.Uploading;
using Monolith.Agents.Tests.Support;
using Monolith.Pipelines.Contracts.Replaying;
using Monolith.Storage;

namespace Monolith.Agents.Tests.Registry;

/// <summary>A host with the agents and their registry. Its clock stands still: it looks at the registry when the test says so.</summary>
internal sealed class RegistryHost : IAsyncDisposable
{
    private const string By = "ada";

    private readonly TempFolder data = new();
    private RunningDatabase? database;
    private IHost? host;

    public string Dropped => data.Sub("plugins");

    public string Data => data.Path;

    public T Get<T>()
        where T : notnull => host!.Services.GetRequiredService<T>();

    public string? Serving => Get<IAgentCatalog>().Find("greet")?.ContentHash;

    public static async Task<RegistryHost> StartAsync(string connectionString, bool isFirst, Action<IServiceCollection>? more, (string Name, string Value)[] settings)
    {
        var made = new RegistryHost();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = "Local" });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:DataDirectory", made.Data), new("ConnectionStrings:Postgres", connectionString), new("Plugins:Directory", made.data.Sub("none")), new("Sandbox:Mode", "None"),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)),
        ]);
        made.database = (await StorageModule.StartDatabaseAsync(builder.Configuration, CancellationToken.None)).Value;
        builder.Services.AddStorage(made.database).AddSingleton<TimeProvider>(new FakeTimeProvider()).AddSingleton<IPinnedPlugins, NoRuns>().AddSingleton<IRecordedAttempts, NoRuns>()
            .AddPluginRegistry().AddAgents(builder.Configuration);
        more?.Invoke(builder.Services);
        made.host = builder.Build();
        if (isFirst)
            await StorageModule.CreateSchemaAsync(made.host.Services, CancellationToken.None);
        await made.host.StartAsync();
        return made;
    }

    /// <returns>The content hash.</returns>
    public async Task<string> UploadAsync(string version)
    {
        ((FakeTimeProvider)Get<TimeProvider>()).Advance(TimeSpan.FromMilliseconds(1));
        using var archive = new MemoryStream(Packages.Of(version));
        var received = (await Get<PackageInbox>().ReceiveAsync(archive, default)).Value;
        var added = await Get<PackageUpload>().AddAsync(received, new UploadOrder("upload", By) { Plugin = Packages.Plugin }, default);
        await Get<PackageDesk>().AdoptAsync(added.Value.Package, serves: true, By, default);
        return added.Value.Package.ContentHash;
    }

    /// <summary>As its clock would have it.</summary>
    public Task SyncAsync() => Get<RegistrySync>().ApplyAsync(default);

    public async Task LookAsync()
    {
        await Get<PluginPlaces>().LookAsync(default);
        await Get<PluginPlaces>().LookAsync(default);
    }

    public async Task<IReadOnlyList<string>> VersionsAsync() => [.. (await Get<PackageTable>().ListAsync(Packages.Plugin, default)).Select(package => package.ContentHash)];

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.StopAsync();
        host?.Dispose();
        if (database is not null)
            await database.DisposeAsync();
        data.Dispose();
    }

    private sealed class NoRuns : IPinnedPlugins, IRecordedAttempts
    {
        public Task<IReadOnlySet<string>> OfUnfinishedRunsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlySet<string>>(new HashSet<string>());

        public Task<IReadOnlyList<RecordedAttempt>> ReadAsync(IReadOnlyCollection<string> agents, DateTimeOffset since, int atMost, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<RecordedAttempt>>([]);
    }
}
