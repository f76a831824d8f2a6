using System.Text.Json.Nodes;
using Monolith.Plugins.E2e.Sources;

namespace Monolith.Plugins.E2e.Generate;

internal sealed class GenerateAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "generate", "Writes page objects and a project of browser tests in C# from scenarios.", GenerateSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var into = context.Parameters.Text("into") ?? "e2e-tests";
        if (!(await ScenarioSources.ReadAsync(context, cancellationToken)).Try(out var sources, out var failure)
            || !WorkspacePath.Resolve(context, into).Try(out var folder, out failure))
        {
            return failure;
        }

        var files = TestProject.Files(context.Parameters.Text("name") ?? "E2eTests", sources.Files);
        if (await GeneratedFolder.WriteAsync(context, folder, files, cancellationToken) is { } refused)
            return refused;
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["path"] = WorkspacePath.Relative(context, folder),
                ["files"] = new JsonArray([.. files.Keys.Select(file => JsonValue.Create(file))]),
            },
            Metrics = new Dictionary<string, double>
            {
                ["e2e.scenarios"] = sources.Files.Sum(file => file.Scenarios.Count),
                ["e2e.files"] = files.Count,
            },
        };
    }
}
