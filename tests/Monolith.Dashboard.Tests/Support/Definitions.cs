namespace Monolith.Dashboard.Tests.Support;

internal static class Definitions
{
    public static string Quick(string name) => $$"""
        name: {{name}}
        stages:
          - { id: one, agent: command, action: run, parameters: { shell: sh, script: "echo one" } }
          - { id: two, agent: command, action: run, needs: [one], parameters: { shell: sh, script: "echo two" } }
        """;

    /// <summary>Writes in colour, keeps a file, asks a person, and goes on.</summary>
    public static string Asking(string name) => $$$"""
        name: {{{name}}}
        inputs:
          version: { type: string, required: true, description: Which version is released }
        stages:
          - id: prepare
            agent: command
            action: run
            parameters:
              shell: sh
              script: |
                printf '\033[31mred\033[0m and plain\n'
                printf '# Notes\n\nof <b>%s</b>\n' "$VERSION" > notes.md
              environment: { VERSION: "${{ inputs.version }}" }
            artifacts: [{ name: notes.md, path: notes.md, type: report }]
          - id: publish
            agent: command
            action: run
            needs: [prepare]
            decision: { category: cost_impacting, title: "Release ${{ inputs.version }}?" }
            parameters: { shell: sh, script: "echo published" }
        """;
}
