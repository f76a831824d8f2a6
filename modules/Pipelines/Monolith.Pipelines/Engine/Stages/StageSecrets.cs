using Monolith.Access.Contracts.Audit;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Journal;
using Monolith.Pipelines.Runs.State;
using Monolith.Secrets.Contracts;

namespace Monolith.Pipelines.Engine.Stages;

/// <summary>The secrets a stage declares, or refers to in its parameters, read when it begins. That it got them is in the audit trail first.</summary>
internal sealed class StageSecrets(ISecrets store, IAuditLog audit, TimeProvider time)
{
    private static readonly Dictionary<string, string> None = [];

    /// <returns>Those that there are. A problem when one cannot be read, or a parameter refers to one that is not there.</returns>
    public async Task<Result<IReadOnlyDictionary<string, string>>> OfAsync(RunState run, StageDefinition stage, CancellationToken cancellationToken)
    {
        if (stage.Secrets.Count == 0)
            return None;
        var secrets = new Dictionary<string, string>();
        foreach (var name in stage.Secrets)
        {
            var found = await StoreOutage.RideOutAsync(() => store.FindAsync(run.Project, name, cancellationToken), time, cancellationToken);
            if (!found.IsSuccess)
                return Result<IReadOnlyDictionary<string, string>>.Failed(found.Problems);
            if (found.Value is { } value)
                secrets[name] = value;
        }

        var missing = SecretReference.Names(stage.Parameters).Where(name => !secrets.ContainsKey(name)).Select(name => Missing(run, name)).ToList();
        if (missing.Count > 0)
            return Result<IReadOnlyDictionary<string, string>>.Failed(missing);
        foreach (var name in secrets.Keys)
            await StoreOutage.RideOutAsync(() => TellAsync(run, stage, name, cancellationToken), time, cancellationToken);
        return secrets;
    }

    private static Problem Missing(RunState run, string name) => new(
        ErrorCodes.SecretNotFound,
        $"There is no secret '{name}': neither the configuration nor the project '{run.Project}' has one. Store it by PUT /api/v1/secrets/{name}?project={run.Project}.");

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
