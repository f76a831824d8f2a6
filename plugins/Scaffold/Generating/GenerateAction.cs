using System.Text.Json.Nodes;
using Monolith.Plugins.Scaffold.Asking;
using Monolith.Plugins.Scaffold.Materials;
using Monolith.Plugins.Scaffold.Verifying;

namespace Monolith.Plugins.Scaffold.Generating;

internal sealed class GenerateAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "generate", "Has a language model write the files of a plan, and builds, tests and mends them.", GenerateSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!GenerateRequest.Read(context).Try(out var request, out var failure))
            return failure;

        // All that can be refused is, before anybody is asked and paid.
        var placement = new Placement(context, request.Target);
        var overwrite = context.Parameters.Flag("overwrite");
        string[] paths = [.. request.Plan.Files.Select(file => file.Path), .. request.Base.Select(file => file.Path)];
        var commands = Commands(context, request, paths);
        if (placement.Refusal(paths, overwrite) is { } refusal)
            return refusal;
        if (commands.Count == 0 && context.Parameters.Flag("verify", otherwise: true))
            return Failed.Validation("Neither the plan nor its files tell how it is built. Name 'commands', or say 'verify: false'.");

        var model = new CheckedModel(context);
        var generation = new Generation(context, request, placement, model);
        if (!(await generation.WriteAsync(cancellationToken)).Try(out var files, out failure))
            return failure;
        if (placement.Lay(files, overwrite) is { } late)
            return late;
        placement.RemoveOthers(paths);

        var repair = new RepairLoop(context, placement, generation, new Verification(context, request.Target, commands));
        var broken = await repair.RunAsync(files, cancellationToken);
        return (broken ?? Done(context, request, files, commands.Count > 0)) with
        {
            Metrics = new Dictionary<string, double>
            {
                ["scaffold.files"] = files.Count,
                ["scaffold.bytes"] = files.Sum(file => (double)file.Value.Length),
                ["scaffold.repairs"] = repair.Count,
                ["cost"] = model.Cost,
            },
        };
    }

    private static IReadOnlyList<IReadOnlyList<string>> Commands(IAgentContext context, GenerateRequest request, string[] paths)
    {
        if (!context.Parameters.Flag("verify", otherwise: true))
            return [];
        if (request.Commands.Count > 0)
            return request.Commands;
        if (request.Plan.Build.Count + request.Plan.Test.Count > 0)
            return [.. request.Plan.Build, .. request.Plan.Test];
        var there = Directory.Exists(request.Target) ? ExistingProject.Files(request.Target).Select(file => file.Path) : [];
        return ProjectCommands.Find([.. paths.Union(there, StringComparer.Ordinal)]);
    }

    private static AgentResult Done(IAgentContext context, GenerateRequest request, Dictionary<string, byte[]> files, bool verified)
    {
        context.Log.Info($"{files.Count} files of '{request.Plan.Name}' in {WorkspacePath.Relative(context, request.Target)}");
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["path"] = WorkspacePath.Relative(context, request.Target),
                ["name"] = request.Plan.Name,
                ["files"] = new JsonArray([.. files.Keys.Order(StringComparer.Ordinal).Select(path => JsonValue.Create(path))]),
                ["verified"] = verified,
            },
        };
    }
}
