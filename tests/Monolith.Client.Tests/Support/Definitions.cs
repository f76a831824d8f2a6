namespace Monolith.Client.Tests.Support;

/// <summary>Pipelines that the tests run.</summary>
internal static class Definitions
{
    public const string Greet = """
        name: greet
        inputs:
          who: { default: world }
        stages:
          - { id: greet, agent: command, action: run, parameters: { script: 'echo Hello; test "$WHO" != nobody' }, environment: { WHO: "${{ inputs.who }}" } }
        """;

    public const string Consult = """
        name: consult
        stages: [{ id: ask, agent: recorder, action: consult, parameters: { confidence: 0.5 } }]
        """;

    /// <summary>Is at work until a file is there.</summary>
    public static string Waits(string name, string file) => $$"""
        name: {{name}}
        stages:
          - { id: wait, agent: recorder, action: record, parameters: { file: "{{file}}.log", waitFor: "{{file}}" } }
          - { id: after, agent: recorder, action: noop, needs: [wait] }
        """;
}
