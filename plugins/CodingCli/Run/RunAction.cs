using System.Text.Json.Nodes;
using Monolith.Plugins.CodingCli.Changes;
using Monolith.Plugins.CodingCli.Copies;
using Monolith.Plugins.CodingCli.Limits;

namespace Monolith.Plugins.CodingCli.Run;

internal sealed class RunAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "run", "Runs a command-line coding agent on a copy of a folder and takes over its changes, if they keep the limits.", RunSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!RunRequest.Read(context).Try(out var request, out var failure) || !Target(context, request.Path).Try(out var target, out failure))
        {
            return failure;
        }

        WorkingCopy.Recover(target, PrivateFolder.Keep(context, "coding-cli"));
        if (!Directory.Exists(target))
        {
            return Failed.Workspace($"There is no folder '{request.Path}' in the workspace.");
        }

        var privateFolder = PrivateFolder.Renew(context, "coding-cli");
        var copy = WorkingCopy.Make(target, privateFolder);
        var before = FolderSnapshot.Of(copy.Folder);
        var ended = await CallAsync(context, request, copy.Folder, privateFolder, cancellationToken);
        var changed = before.ChangedIn(FolderSnapshot.Of(copy.Folder));
        if (!(await Patch.WriteAsync(context, privateFolder, target, copy.Folder, cancellationToken)).Try(out var patch, out failure))
        {
            return failure;
        }

        var fault = ended.Fault ?? Fault(request, changed);
        if (fault is null)
        {
            copy.Lay();
        }

        return (fault ?? AgentResult.Success()) with
        {
            Outputs = Outputs(context, target, changed, ended),
            Metrics = Metrics(changed, ended),
            Artifacts = [new AgentArtifact($"{PrivateFolder.SafeName(context.StageId)}-changes.patch", WorkspacePath.Relative(context, patch))],
        };
    }

    private static Outcome<string> Target(IAgentContext context, string path)
    {
        if (!WorkspacePath.Resolve(context, path).Try(out var full, out var failure))
        {
            return failure;
        }

        return full == Path.TrimEndingDirectorySeparator(context.Workspace) || WorkspacePath.IsWithin(full, Path.Combine(context.Workspace, PrivateFolder.Root))
            ? Failed.Workspace($"'{path}' cannot be worked on as a whole; name a folder of its own in the workspace.")
            : full;
    }

    private static async Task<Ended> CallAsync(
        IAgentContext context, RunRequest request, string folder, string privateFolder, CancellationToken cancellationToken)
    {
        var promptFile = Path.Combine(privateFolder, "prompt.md");
        await File.WriteAllTextAsync(promptFile, request.Prompt, cancellationToken);
        using var late = new CancellationTokenSource(request.Timeout, context.Time);
        using var tooDear = new CancellationTokenSource();
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token, tooDear.Token);
        var cost = new CostWatch(request.Cost, tooDear);
        try
        {
            var result = await context.Programs.RunAsync(request.Program(context, folder, promptFile, cost.Look), any.Token);
            var fault = cost.IsExceeded ? TooDear(cost, request)
                : result.ExitCode == 0 ? null
                : Failed.Execution($"'{request.Command[0]}' ended with exit code {result.ExitCode}. {result.LastLines()}");
            return new Ended(fault, result.ExitCode, cost.Total);
        }
        catch (OperationCanceledException) when (tooDear.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new Ended(TooDear(cost, request), ExitCode: null, cost.Total);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new Ended(Failed.TimedOut($"'{request.Command[0]}' took longer than {DurationText.Format(request.Timeout)}."), ExitCode: null, cost.Total);
        }
    }

    private static AgentResult TooDear(CostWatch cost, RunRequest request) => Failed.Execution(
        FormattableString.Invariant($"'{request.Command[0]}' has cost {cost.Total}, more than the {request.Cost!.Max} it may."));

    private static AgentResult? Fault(RunRequest request, IReadOnlyList<string> changed) =>
        request.Rules.Fault(changed) is { } broken ? Failed.Execution($"{broken} Nothing was taken over.")
            : changed.Count == 0 && request.RequireChanges ? Failed.Execution("It changed nothing.")
            : null;

    private static JsonObject Outputs(IAgentContext context, string target, IReadOnlyList<string> changed, Ended ended) => new()
    {
        ["path"] = WorkspacePath.Relative(context, target),
        ["changed"] = new JsonArray([.. changed.Select(path => JsonValue.Create(path))]),
        ["exitCode"] = ended.ExitCode,
        ["cost"] = ended.Cost,
    };

    private static Dictionary<string, double> Metrics(IReadOnlyList<string> changed, Ended ended)
    {
        var metrics = new Dictionary<string, double> { ["changes.files"] = changed.Count };
        if (ended.Cost is { } cost)
        {
            metrics["cost"] = cost;
        }

        return metrics;
    }

    /// <summary>How the program ended.</summary>
    /// <param name="Fault">Why the stage fails by that; null when it does not.</param>
    /// <param name="ExitCode">Null when it was killed.</param>
    /// <param name="Cost">What it told last; null when nothing.</param>
    private sealed record Ended(AgentResult? Fault, int? ExitCode, double? Cost);
}
