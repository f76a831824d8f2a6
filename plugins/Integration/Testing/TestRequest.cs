using System.Text.Json;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Testing;

/// <summary>The command that says whether a tree may be used.</summary>
/// <param name="Reports">Patterns of the result files it leaves, in the formats TRX and JUnit.</param>
internal sealed record TestRequest(
    IReadOnlyList<string> Command, TimeSpan Timeout, IReadOnlyList<string> Reports, IReadOnlyDictionary<string, string?> Environment)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public const string Schema = $$"""
        "test": {
              "type": "object", "additionalProperties": false,
              "description": "The command that must end with exit code 0 in a working tree of its own before anything is moved or pushed; by default nothing is run.",
              "oneOf": [{ "required": ["command"] }, { "required": ["script"] }],
              "properties": {
                "command": {
                  "type": "array", "minItems": 1, "maxItems": 200, "items": { "type": "string" },
                  "description": "A program and its arguments, with no shell between."
                },
                "script": { "type": "string", "minLength": 1, "description": "Lines for sh instead; they stop at the first that fails." },
                "timeout": {
                  "type": "string", "pattern": "{{DurationText.Pattern}}",
                  "description": "How long it may take; the stage's own timeout by default."
                },
                "reports": {
                  "type": "array", "maxItems": 20, "items": { "type": "string", "minLength": 1 },
                  "description": "Patterns of its result files, TRX or JUnit, such as **/*.trx; tests are counted in them."
                },
                "environment": {
                  "type": "object", "additionalProperties": { "type": "string" },
                  "description": "Variables it finds beside the stage's."
                },
                "secretEnvironment": {
                  "type": "object", "additionalProperties": { "type": "string" },
                  "description": "Variables that hold secrets of the stage: name of the variable to name of the secret."
                }
              }
            }
        """;

    public static TestRequest? Read(IAgentContext context)
    {
        if (context.Parameters.Value("test") is not { } test)
        {
            return null;
        }

        IReadOnlyList<string> command = test.Text("script") is { } script ? ["sh", "-e", "-c", script] : test.Texts("command");
        return command.Count == 0 || command[0].Length == 0
            ? throw StageEndException.Validation("'test' needs either 'command' or 'script'.")
            : new TestRequest(command, test.Duration("timeout", Longest), test.Texts("reports"), EnvironmentOf(context, test));
    }

    private static Dictionary<string, string?> EnvironmentOf(IAgentContext context, JsonElement test)
    {
        var environment = test.Map("environment").ToDictionary(entry => entry.Key, entry => (string?)entry.Value);
        foreach (var (name, secret) in test.Map("secretEnvironment"))
        {
            environment[name] = context.Secrets.Find(secret)
                ?? throw StageEndException.Validation($"There is no secret '{secret}' for '{name}': the stage must declare it and a store must hold it.");
        }

        return environment;
    }
}
