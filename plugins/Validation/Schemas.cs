namespace Monolith.Plugins.Validation;

/// <summary>The JSON Schemas of the actions' parameters.</summary>
internal static partial class Schemas
{
    private const string Folder = """
        "path": {
              "type": "string", "minLength": 1,
              "description": "The repository's folder in the workspace; 'source' by default."
            },
            "project": {
              "type": "string", "minLength": 1,
              "description": "The solution or project file, relative to the path; needed where the folder holds none or several. Of .NET."
            },
            "kind": {
              "type": "string", "enum": ["dotnet", "node", "python", "go"],
              "description": "What the repository is; found out by its files where it is left out."
            }
        """;

    private const string Configuration = """
        "configuration": {
              "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_]{0,40}$",
              "description": "The build configuration; Release by default. Of .NET."
            }
        """;

    private const string Built = """
        "build": {
              "type": "boolean",
              "description": "Whether it is built first, which it need not be after a stage that built it; yes by default."
            }
        """;

    private const string Restored = """
        "restore": { "type": "boolean", "description": "Whether packages are restored first; yes by default." }
        """;

    private const string Feed = """
        "source": {
              "type": "string", "pattern": "^https?://",
              "description": "The package feed to ask; the repository's own feeds by default. Of .NET."
            }
        """;

    private const string Scope = """
        "scope": {
              "type": "string", "enum": ["all", "whitespace"],
              "description": "whitespace looks at the files alone and writes none; all, the default, also asks the analyzers. Of .NET."
            }
        """;

    public const string Build = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{Folder}},
            {{Configuration}},
            {{Restored}}
          }
        }
        """;

    public const string Test = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{Folder}},
            {{Configuration}},
            {{Built}}
          }
        }
        """;

    public const string Audit = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{Folder}},
            {{Feed}}
          }
        }
        """;

    public const string Format = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{Folder}},
            {{Scope}}
          }
        }
        """;

    public const string Publish = $$"""
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            {{Folder}},
            {{Configuration}},
            {{Built}},
            "output": {
              "type": "string", "minLength": 1,
              "description": "The folder in the workspace to make; 'publish' by default."
            }
          }
        }
        """;
}
