using Microsoft.Extensions.Configuration;
using Monolith.Access.Contracts.Audit;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.State;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>The secrets a stage declares, read from the configuration section <c>Secrets</c> when the stage begins. That it got them is in the audit trail first.</summary>
internal sealed class StageSecrets(IConfiguration configuration, IAuditLog audit, TimeProvider time)
{
    private static readonly Dictionary<string, string> None = [];

    public async Task<IReadOnlyDictionary<string, string>> OfAsync(RunState run, StageDefinition stage, CancellationToken cancellationToken)
    {
        if (stage.Secrets.Count == 0)
            return None;
        var section = configuration.GetSection("Secrets");
        var secrets = stage.Secrets
            .Where(name => section[name] is not null)
            .ToDictionary(name => name, name => section[name]!);
        foreach (var name in secrets.Keys)
            await StoreOutage.RideOutAsync(() => TellAsync(run, stage, name, cancellationToken), time, cancellationToken);
        return secrets;
    }

    private async Task<bool> TellAsync(RunState run, StageDefinition stage, string name, CancellationToken cancellationToken)
    {
        var entry = new AuditEvent("secret.read")
        {
            Who = run.Origin?.UserId,
            Subject = name,
            Detail = new Dictionary<string, string> { ["run"] = run.Id.ToString(), ["stage"] = stage.Id, ["agent"] = stage.Agent },
        };
        return await audit.WriteAsync(entry, cancellationToken) ? true : throw new JournalUnavailableException("The audit trail cannot be written.");
    }
}
