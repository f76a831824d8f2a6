using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Contracts;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Library;
using Monolith.Pipelines.Tests.Support;
using Npgsql;

namespace Monolith.Triggers.Tests.Support;

/// <summary>A real PostgreSQL with the tables of this module and of those it stands on.</summary>
public sealed class TriggersDatabase : IAsyncLifetime
{
    private readonly Database database = new()
    {
        More = services => services.AddTriggers().AddSingleton<IHookMeter, Silence>().AddSingleton<IFailedSignIns, Silence>(),
    };

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    internal T Get<T>()
        where T : notnull => database.Get<T>();

    /// <param name="project">Whose.</param>
    /// <param name="triggers">Its triggers, as YAML in a line.</param>
    internal async Task PutAsync(string project, string triggers)
    {
        var yaml = $"name: p\ntriggers: {triggers}\nstages: [{{ id: s, wait: {{ for: 1h }} }}]";
        var definition = Get<DefinitionCompiler>().Compile(Encoding.UTF8.GetBytes(yaml), DefinitionFormat.Yaml).Value;
        await Get<PipelineLibrary>().PutAsync(project, definition, yaml, "yaml", expected: null, CancellationToken.None);
    }

    /// <returns>How many runs the project has.</returns>
    internal async Task<long> RunsAsync(string project, string? status = null)
    {
        await using var count = Get<NpgsqlDataSource>().CreateCommand($"select count(*) from {Get<TriggersSchema>().Name}.runs where project = '{project}' and ('{status}' = '' or status = '{status}')");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private sealed class Silence : IHookMeter, IFailedSignIns
    {
        public void Delivered(string source, string outcome)
        {
        }

        public bool AreTooMany(HttpContext http) => false;
    }
}

[CollectionDefinition(Name)]
public sealed class OneTriggersDatabase : ICollectionFixture<TriggersDatabase>
{
    public const string Name = "one database with triggers";
}
