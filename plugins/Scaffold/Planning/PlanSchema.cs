namespace Monolith.Plugins.Scaffold.Planning;

internal static class PlanSchema
{
    public const string Text = """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["requirements", "kind"],
          "properties": {
            "requirements": {
              "type": "string", "minLength": 20, "maxLength": 20000,
              "description": "What is to be built, in words."
            },
            "kind": {
              "enum": ["app", "service", "feature", "capability", "library", "cli"],
              "description": "What it is. A feature or a capability goes into a project that is there."
            },
            "name": {
              "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9]*([-_. ][A-Za-z0-9]+)*$", "maxLength": 60,
              "description": "What it is called, such as order-desk; the model finds a name without it. Required with a template."
            },
            "template": {
              "type": "string", "minLength": 1, "maxLength": 100,
              "description": "A template to go on from; the action 'list' tells them. Its options are at their defaults."
            },
            "templates": {
              "type": "string", "minLength": 1, "maxLength": 400,
              "description": "A folder of the workspace with templates of your own; those that come with the agent by default."
            },
            "project": {
              "type": "string", "minLength": 1,
              "description": "The folder of a project that is there, for the model to see. Required for a feature or a capability."
            },
            "into": {
              "type": "string", "minLength": 1, "pattern": "[.]json$",
              "description": "The file in the workspace to write the approved plan to; scaffold-plan.json by default."
            },
            "questions": {
              "type": "boolean",
              "description": "Whether people are asked what the plan leaves open, in at most 3 rounds; true by default."
            },
            "maxTokens": {
              "type": "integer", "minimum": 500, "maximum": 100000,
              "description": "The longest answer of the model; 8000 by default."
            }
          }
        }
        """;
}
