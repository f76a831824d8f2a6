using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;
using Monolith.Secrets.Contracts;
using Monolith.Secrets.Storing;
using Monolith.Storage;
using Npgsql;

namespace Monolith.Secrets.Tests.Support;

/// <summary>The module's services as a host has them.</summary>
internal sealed class SecretHost(RunningDatabase running, string folder, Dictionary<string, string?> settings) : IAsyncDisposable
{
    public const string Project = "default";

    public ServiceProvider Services { get; } = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(Configuration(settings))
        .AddSingleton(TimeProvider.System)
        .AddStorage(running)
        .AddSingleton(new DataFolders(folder))
        .AddSecrets()
        .AddSingleton<Ear>()
        .AddSingleton<ISecretListener>(provider => provider.GetRequiredService<Ear>())
        .BuildServiceProvider();

    public string KeyFile => Get<DataFolders>().SecretKey;

    public static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<Result<StoredSecret>> PutAsync(string name, string value) => Get<SecretDesk>().PutAsync(Project, name, value, "ada", CancellationToken.None);

    public Task<Result<string?>> FindAsync(string name, string project = Project) => Get<ISecrets>().FindAsync(project, name, CancellationToken.None);

    public async Task SqlAsync(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    /// <summary>Remembers what it hears.</summary>
    internal sealed class Ear : ISecretListener
    {
        public List<string> Heard { get; } = [];

        public void Learn(string value) => Heard.Add(value);
    }
}
