namespace Monolith.Plugins.Validation;

internal static partial class Schemas
{
    private const string Policy = """
        "allow": {
              "type": "array", "maxItems": 200, "items": { "type": "string", "minLength": 1 },
              "description": "The licences that are permitted, by their SPDX names; no others are then."
            },
            "deny": {
              "type": "array", "maxItems": 200, "items": { "type": "string", "minLength": 1 },
              "description": "The licences that are not permitted, by their SPDX names."
            },
            "known": {
              "type": "object", "additionalProperties": { "type": "string" },
              "description": "Licences of packages that do not say theirs: by the package's name, or name@version."
            }
        """;

    private const string Refs = """
        "baseline": {
              "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
              "description": "The commit, branch or tag to compare the public API with."
            },
            "ref": {
              "type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^-]",
              "description": "What is compared with it; the files as they are by default."
            }
        """;

    private const string Gates = """
        "gates": {
              "type": "array", "maxItems": 50, "items": { "type": "string" },
              "description": "The gates that the report shows, such as line_coverage >= 80; the standard ones by default. The stage's own gates decide."
            }
        """;

    public const string Licenses = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{Folder}},
            {{Policy}}
          }
        }
        """;

    public const string Api = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "required": ["baseline"],
          "properties": {
            {{Folder}},
            {{Configuration}},
            {{Built}},
            {{Refs}}
          }
        }
        """;

    public const string Report = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{Gates}}
          }
        }
        """;

    public const string Validate = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{Folder}},
            {{Configuration}},
            {{Restored}},
            {{Feed}},
            {{Scope}},
            {{Policy}},
            {{Refs}},
            {{Gates}},
            "checks": {
              "type": "array", "minItems": 1, "uniqueItems": true,
              "items": { "type": "string", "enum": ["build", "test", "format", "audit", "licenses", "api"] },
              "description": "Which checks are done; all by default, api only with a baseline."
            }
          }
        }
        """;
}
