using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents.Catalog;

/// <summary>Loads every plugin before the first hosted service starts, and lets go of them after the last has stopped.</summary>
internal sealed class PluginStartup(
    PluginReader reader,
    PluginCopies copies,
    AgentCatalog catalog,
    DataFolders folders,
    IOptions<PluginsOptions> options,
    TimeProvider time,
    ILogger<PluginStartup> logger)
    : IHostedLifecycleService
{
    private string[] Directories =>
    [
        .. new[] { Path.Combine(AppContext.BaseDirectory, options.Value.Directory), folders.Plugins }
            .Select(Path.GetFullPath)
            .Distinct(),
    ];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        ClearCopies();
        foreach (var folder in Directories.SelectMany(PluginFolder.In))
            await LoadAsync(folder, cancellationToken);

        if (catalog.List().All(listing => listing.Status != AgentStatus.Loaded))
            logger.LogWarning("No agent serves. Plugins are looked for in {Directories}", string.Join(" and ", Directories));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        foreach (var plugin in catalog.Clear())
            await UnloadAsync(plugin);
        ClearCopies();
    }

    private void ClearCopies()
    {
        try
        {
            copies.Clear();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("What was loaded of plugins cannot be taken away: {Fault}", fault.Message);
        }
    }

    private async Task LoadAsync(PluginFolder folder, CancellationToken cancellationToken)
    {
        var outcome = await ReadAsync(folder, cancellationToken);
        var listings = catalog.Add(outcome);
        if (listings[0] is { Status: not AgentStatus.Loaded } refused)
        {
            logger.LogWarning(
                "Plugin {Plugin} does not serve: {Status}: {Reason}", refused.Plugin, refused.Status, refused.Reason);
            if (outcome.Result.IsSuccess)
                await UnloadAsync(outcome.Result.Value);
            return;
        }

        var agents = string.Join(", ", listings.Select(listing => $"{listing.Name} {listing.Version}"));
        logger.LogInformation(
            "Plugin {Plugin} serves {Agents}; content hash {ContentHash}", outcome.Plugin, agents, outcome.ContentHash);
    }

    private async Task<PluginOutcome> ReadAsync(PluginFolder folder, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(options.Value.LoadTimeoutSeconds);
        var reading = Task.Run(() => reader.Read(folder), cancellationToken);
        try
        {
            return await reading.WaitAsync(limit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            _ = DropLateAsync(reading);
            return new(folder.Name, "", LoadFault.Failed(
                $"It did not load within {limit.TotalSeconds:0} s. Do not wait for anything in a constructor or in Descriptor."));
        }
    }

    private async Task DropLateAsync(Task<PluginOutcome> reading)
    {
        var outcome = await reading;
        if (outcome.Result.IsSuccess)
            await UnloadAsync(outcome.Result.Value);
    }

    private async Task UnloadAsync(LoadedPlugin plugin)
    {
        try
        {
            await plugin.UnloadAsync();
        }
        catch (Exception fault)
        {
            logger.LogWarning("A plugin threw while it was disposed: {Fault}", PluginException.Describe(fault));
        }
    }
}
