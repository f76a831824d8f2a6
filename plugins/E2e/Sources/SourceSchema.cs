namespace Monolith.Plugins.E2e.Sources;

internal static class SourceSchema
{
    public const string Properties = """
        "scenarios": {
              "type": "array", "maxItems": 100, "items": { "type": "string", "minLength": 1 },
              "description": "Files of scenarios, or folders of them, in the workspace; the folder 'e2e' by default."
            },
            "inline": {
              "type": "string", "minLength": 1, "maxLength": 1000000,
              "description": "Scenarios written in the stage itself, as YAML."
            },
            "variables": {
              "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] },
              "description": "What ${name} stands for in scenarios; over the values that the files give."
            }
        """;
}
