using System.Text.Json.Nodes;
using Monolith.Plugins.E2e.Sources;

namespace Monolith.Plugins.E2e.Validate;

internal sealed class ValidateAction : IPluginAction
{
    private const string Schema = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{SourceSchema.Properties}}
          }
        }
        """;

    public AgentAction Description { get; } = new("validate", "Reads scenarios and tells all their mistakes with their lines.", Schema);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!(await ScenarioSources.ReadAsync(context, cancellationToken)).Try(out var sources, out var failure))
            return failure;
        var scenarios = sources.Files.SelectMany(file => file.Scenarios).ToList();
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["files"] = Texts(sources.Files.Select(file => file.Path)),
                ["scenarios"] = scenarios.Count,
                ["tags"] = Texts(scenarios.SelectMany(scenario => scenario.Tags).Distinct().Order(StringComparer.Ordinal)),
                ["secrets"] = Texts(scenarios.SelectMany(scenario => scenario.Secrets).Distinct().Order(StringComparer.Ordinal)),
            },
            Metrics = new Dictionary<string, double> { ["e2e.scenarios"] = scenarios.Count, ["e2e.steps"] = scenarios.Sum(scenario => scenario.Steps.Count) },
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
