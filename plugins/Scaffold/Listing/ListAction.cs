using System.Text.Json.Nodes;
using Monolith.Plugins.Scaffold.Templates;

namespace Monolith.Plugins.Scaffold.Listing;

internal sealed class ListAction : IPluginAction
{
    private const string Schema = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "templates": {
              "type": "string", "minLength": 1,
              "description": "A folder of the workspace with templates of your own; those that come with the agent by default."
            }
          }
        }
        """;

    public AgentAction Description { get; } = new("list", "Tells which templates there are and what each wants to know.", Schema);

    public Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken) => Task.FromResult(List(context));

    private static AgentResult List(IAgentContext context)
    {
        var folder = default(string);
        if (context.Parameters.Text("templates") is { } own && !WorkspacePath.ResolveFolder(context, own).Try(out folder, out var failure))
        {
            return failure;
        }

        try
        {
            var templates = folder is null ? TemplateShelf.BuiltIn() : TemplateShelf.In(folder);
            foreach (var template in templates)
            {
                context.Log.Info($"{template.Name} ({template.Manifest.Kind}): {template.Manifest.Description}");
            }

            return AgentResult.Success() with { Outputs = new JsonObject { ["templates"] = new JsonArray([.. templates.Select(Tell)]) } };
        }
        catch (TemplateException fault)
        {
            return Failed.Validation(fault.Message);
        }
    }

    private static JsonNode Tell(Template template) => new JsonObject
    {
        ["name"] = template.Name,
        ["kind"] = template.Manifest.Kind,
        ["description"] = template.Manifest.Description,
        ["options"] = new JsonArray([.. template.Manifest.Options.Select(option => (JsonNode)new JsonObject
        {
            ["name"] = option.Name,
            ["description"] = option.Description,
            ["default"] = option.Default,
            ["pattern"] = option.Pattern,
        })]),
    };
}
