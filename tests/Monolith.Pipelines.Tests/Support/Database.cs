using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sdk;
using Monolith.Kernel;
using Monolith.Pipelines.Contracts;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Engine.Launch;
using Monolith.Pipelines.Runs.State;
using Monolith.Resilience;
using Monolith.Secrets;
using Monolith.Storage;

namespace Monolith.Pipelines.Tests.Support;

/// <summary>A real PostgreSQL with the module's tables, and the module's services on it.</summary>
public sealed class Database : IAsyncLifetime
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"monolith-{Guid.NewGuid().ToString("N")[..12]}")).FullName;
    private PrivateServer? server;
    private RunningDatabase? running;
    private ServiceProvider? services;

    /// <summary>Of a module that stands on this one.</summary>
    internal Action<IServiceCollection> More { get; init; } = _ => { };

    internal PrivateServer Server => server!;

    internal T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>A run of one stage, begun.</summary>
    /// <param name="stage">What the stage does, such as <c>wait: { for: 1h }</c>.</param>
    /// <param name="pipeline">More lines of the definition.</param>
    internal async Task<RunState> StartAsync(string stage, string pipeline = "")
    {
        var yaml = $"name: p\n{pipeline}\nstages: [{{ id: s, {stage} }}]";
        var definition = Get<DefinitionCompiler>().Compile(System.Text.Encoding.UTF8.GetBytes(yaml), DefinitionFormat.Yaml).Value;
        var draft = await Get<RunDrafter>().DraftAsync(definition, version: null, new RunOrder { Project = Project.Default }, CancellationToken.None);
        return (await Get<RunLauncher>().LaunchAsync(draft.Value))!;
    }

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        server = (await StorageModule.StartServerAsync(new DataFolders(folder), CancellationToken.None)).Value;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:DataDirectory"] = folder,
                ["ConnectionStrings:Postgres"] = server.ConnectionString,
            })
            .Build();
        running = (await StorageModule.StartDatabaseAsync(configuration, CancellationToken.None)).Value;
        var all = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(HostIdentity.Create())
            .AddSingleton<IAgentCatalog, StandInAgents>()
            .AddSingleton<StandInVersions>()
            .AddSingleton<IPluginVersions>(provider => provider.GetRequiredService<StandInVersions>())
            .AddSingleton<IAgentInvoker, NoAgents>()
            .AddSingleton<IAuditLog, Silence>()
            .AddSingleton<IRunNotices, Silence>()
            .AddSingleton<IWakeUps, Silence>()
            .AddSingleton<IHostEnvironment>(_ => new HostingEnvironment())
            .AddStorage(running)
            .AddResilience()
            .AddSecrets()
            .AddPipelines();
        More(all);
        services = all.BuildServiceProvider();
        await StorageModule.CreateSchemaAsync(services, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        if (running is not null)
            await running.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class NoAgents : IAgentInvoker
    {
        public Task<AgentResult> InvokeAsync(AgentCall call, CancellationToken cancellationToken) => Task.FromResult(AgentResult.Success());

        public Task KillLeftoversAsync(string runId, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Silence : IRunNotices, IWakeUps, IAuditLog, IDisposable
    {
        public Task<bool> WriteAsync(AuditEvent entry, CancellationToken cancellationToken) => Task.FromResult(true);

        public void Publish(RunNotice notice)
        {
        }

        public IDisposable Subscribe(Action<RunNotice> onNotice) => this;

        public IDisposable Subscribe(Guid runId, Action<RunNotice> onNotice) => this;

        public void Ask(Guid runId, string pipeline, DateTimeOffset? at = null)
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class HostingEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Test";

        public string ApplicationName { get; set; } = "Monolith";

        public string ContentRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
