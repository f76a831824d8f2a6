using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Agents.Sdk;
using Monolith.Models.Contracts;
using Monolith.Models.Journal;
using Monolith.Models.Tests.Support.Scripted;
using Monolith.Resilience;
using Monolith.Storage;
using Npgsql;

namespace Monolith.Models.Tests.Support;

/// <summary>The module as one host has it, on a database that outlives it.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    public World(Database database, TimeProvider? time = null, params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Models:Budget:PerRun", "50")])
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value))
            .Build();
        Services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(time ?? new ImpatientTime())
            .AddSingleton<IModelMeter>(Meter)
            .AddStorage(database.Running)
            .AddResilience()
            .AddModels(configuration)
            .BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public RecordedMeter Meter { get; } = new();

    public ModelCaller Caller { get; init; } = new(Guid.NewGuid(), "write", 1, "scaffold") { Pipeline = "app" };

    /// <summary>Settings of one provider. Its prices make a token cost a cent.</summary>
    public static (string Name, string? Value)[] With(ScriptedProvider provider, string kind = "OpenAI", string name = "first") =>
    [
        ($"Models:Providers:{name}:Kind", kind),
        ($"Models:Providers:{name}:Model", "scripted-model"),
        ($"Models:Providers:{name}:BaseUrl", kind == "OpenAI" ? provider.Address + "/v1" : provider.Address),
        ($"Models:Providers:{name}:ApiKeySecret", "key-of-" + name),
        ($"Models:Providers:{name}:Prices:InputPerMillion", "10000"),
        ($"Models:Providers:{name}:Prices:OutputPerMillion", "10000"),
        ($"Secrets:key-of-{name}", "sk-very-secret"),
    ];

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A new execution of the caller's attempt.</summary>
    public IAgentModels Execution() => Get<IModelAccess>().Of(Caller);

    public Task<ModelAnswer> AskAsync(string text, string? schema = null, int maxTokens = 20) =>
        Execution().AskAsync(new ModelRequest(ModelMessage.User(text)) { Schema = schema, MaxTokens = maxTokens }, CancellationToken.None);

    /// <summary>One value of one row, or null.</summary>
    public async Task<T?> ReadAsync<T>(string sql, params object[] values)
    {
        var tables = Get<ModelTables>();
        await using var command = Get<NpgsqlDataSource>().CreateCommand(
            sql.Replace("{calls}", tables.Calls, StringComparison.Ordinal).Replace("{budgets}", tables.Budgets, StringComparison.Ordinal));
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        return await command.ExecuteScalarAsync() is T found ? found : default;
    }

    public Task<decimal> SpentAsync() => ReadAsync<decimal>("select spent_usd from {budgets} where scope = $1", $"run/{Caller.RunId}");

    public Task<decimal> ReservedAsync() => ReadAsync<decimal>("select reserved_usd from {budgets} where scope = $1", $"run/{Caller.RunId}");

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
