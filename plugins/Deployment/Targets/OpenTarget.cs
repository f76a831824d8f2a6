using Monolith.Plugins.Deployment.Gateways;
using Monolith.Plugins.Deployment.Settings;
using Monolith.Plugins.Deployment.State;

namespace Monolith.Plugins.Deployment.Targets;

/// <summary>A target that this stage alone may change while it is open.</summary>
internal sealed class OpenTarget : IDisposable
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    private readonly FileStream held;

    private OpenTarget(IAgentContext context, TargetFolder folder, TargetSettings settings, Journal journal, FileStream held)
    {
        this.held = held;
        Folder = folder;
        Settings = settings;
        Journal = new JournalStore(folder, journal);
        Target = TargetTypes.Make(context, settings, folder);
        Gateway = new GatewayClient(folder.Socket);
        GatewayProcess = new GatewayProcess(context, folder, journal, Gateway);
    }

    public TargetFolder Folder { get; }

    public TargetSettings Settings { get; }

    public JournalStore Journal { get; }

    public ITarget Target { get; }

    public GatewayClient Gateway { get; }

    public GatewayProcess GatewayProcess { get; }

    /// <summary>Opens the target that the stage names, and makes it where it is missing.</summary>
    public static OpenTarget ForDeployment(IAgentContext context)
    {
        var settings = TargetSettings.Of(context);
        var folder = TargetFolder.Of(context, settings.State, settings.Name);
        var held = Hold(folder, settings.Name);
        var json = settings.Json.GetRawText();
        var journal = folder.Read() is { } known ? known with { TargetJson = json } : State.Journal.New(json);
        return new OpenTarget(context, folder, settings, journal, held);
    }

    /// <summary>Opens the target that the stage names, with the settings of its last deployment; null when nothing was deployed there.</summary>
    public static OpenTarget? Find(IAgentContext context)
    {
        var named = TargetSettings.Of(context);
        var folder = TargetFolder.Of(context, named.State, named.Name);
        if (!folder.Exists)
        {
            return null;
        }

        var held = Hold(folder, named.Name);
        if (folder.Read() is not { } journal)
        {
            held.Dispose();
            return null;
        }

        return new OpenTarget(context, folder, TargetSettings.Parse(journal.TargetJson), journal, held);
    }

    public void Dispose()
    {
        Gateway.Dispose();
        held.Dispose();
    }

    private static FileStream Hold(TargetFolder folder, string name) => folder.TryLock() ?? throw new DeploymentException(
        AgentResult.RetryLater(AgentErrorCodes.TaskExecutionFailed, $"Another stage is changing the target '{name}' now.", Busy));
}
