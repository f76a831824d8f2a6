using System.Text.Json.Nodes;
using Monolith.Plugins.E2e.Reading;

namespace Monolith.Plugins.E2e.Write;

internal sealed class WriteAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "write", "Has a language model write scenarios from requirements. They are checked before they are kept.", WriteSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var into = context.Parameters.Text("into") ?? "e2e/written.yaml";
        if (!WorkspacePath.Resolve(context, into).Try(out var path, out var failure))
            return failure;
        if (Path.Exists(path) && !WrittenFile.IsWritten(path))
            return Failed.Workspace($"'{into}' is there and was not written by this action. Move it, or give another file in 'into'.");

        var asked = new List<ModelMessage> { ModelMessage.User(Prompt.Of(context.Parameters)) };
        var (yaml, faults) = await AskAsync(context, asked, cancellationToken);
        if (faults.Count > 0)
        {
            context.Log.Warn($"The model's scenarios have {faults.Count} mistakes; it is told and asked once more.");
            asked.Add(ModelMessage.Assistant(yaml));
            asked.Add(ModelMessage.User(Prompt.Repair(faults)));
            (yaml, faults) = await AskAsync(context, asked, cancellationToken);
        }

        return faults.Count == 0
            ? await KeepAsync(context, path, yaml, cancellationToken)
            : AgentResult.Failure(
                AgentErrorCodes.LlmInvalidResponse,
                $"The model's scenarios are not right, also when it was told why:\n{string.Join('\n', faults)}",
                retryable: true);
    }

    private static async Task<(string Yaml, IReadOnlyList<string> Faults)> AskAsync(
        IAgentContext context, IReadOnlyList<ModelMessage> messages, CancellationToken cancellationToken)
    {
        var answer = await context.Models.AskAsync(
            new ModelRequest(messages)
            {
                System = Prompt.System,
                Schema = Prompt.Schema,
                MaxTokens = context.Parameters.Integer("maxTokens") ?? 8_000,
                Purpose = "scenarios from requirements",
            },
            cancellationToken);
        if (answer.Json is not { } json)
            return (answer.Text, ["The answer is not one JSON value."]);
        var yaml = WrittenFile.Text(json);
        var faults = new Faults("written.yaml");
        ScenarioReader.Read("written.yaml", yaml, new Dictionary<string, string>(), faults);
        return (yaml, faults.Told);
    }

    private static async Task<AgentResult> KeepAsync(IAgentContext context, string path, string yaml, CancellationToken cancellationToken)
    {
        var file = ScenarioReader.Read(path, yaml, new Dictionary<string, string>(), new Faults(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, yaml, cancellationToken);
        var relative = WorkspacePath.Relative(context, path);
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["path"] = relative,
                ["scenarios"] = new JsonArray([.. file.Scenarios.Take(200).Select(scenario => JsonValue.Create(scenario.Name.Cut(200)))]),
            },
            Metrics = new Dictionary<string, double> { ["e2e.scenarios"] = file.Scenarios.Count, ["e2e.steps"] = file.Scenarios.Sum(scenario => scenario.Steps.Count) },
            Artifacts = [new AgentArtifact($"{PrivateFolder.SafeName(context.StageId)}-scenarios.yaml", relative)],
        };
    }
}
