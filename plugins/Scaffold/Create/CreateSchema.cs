namespace Monolith.Plugins.Scaffold.Create;

internal static class CreateSchema
{
    public const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["template", "name"],
          "properties": {
            "template": {
              "type": "string", "minLength": 1, "maxLength": 100,
              "description": "A template's name; the action 'list' tells them."
            },
            "name": {
              "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9]*([-_. ][A-Za-z0-9]+)*$", "maxLength": 60,
              "description": "What the project, or the part of one, is called, such as order-desk. Files write it as their language does."
            },
            "path": {
              "type": "string", "minLength": 1,
              "description": "The project's folder in the workspace; the name with hyphens by default. A part of a project goes into a folder that is there."
            },
            "values": {
              "type": "object",
              "description": "What the template wants to know beside the name; the action 'list' tells it.",
              "additionalProperties": { "type": ["string", "number", "boolean"] }
            },
            "templates": {
              "type": "string", "minLength": 1,
              "description": "A folder of the workspace with templates of your own; those that come with the agent by default."
            }
          }
        }
        """;
}
