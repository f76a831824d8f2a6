namespace Monolith.Host.Drill.Load;

/// <summary>The pipelines that the drill stores and runs. A stage whose id begins with <c>work</c> leaves a witness.</summary>
internal static class DrillPipelines
{
    public const string Failing = "drill-failing";
    public const string Waiting = "drill-signal";
    public const string Signal = "go";

    private const string Inputs = """
        inputs: { journal: { type: string, required: true }, seed: { type: number, required: true } }
        """;

    private const string Work = """
        agent: drill, action: work, parameters: { journal: "${{ inputs.journal }}", seed: "${{ inputs.seed }}" }
        """;

    private const string FailingWork = """
        agent: drill, action: work, parameters: { journal: "${{ inputs.journal }}", seed: "${{ inputs.seed }}", longest: 100, failures: 2 }
        """;

    /// <summary>As long as a lease: a host that wakes from a freeze then ends what another has taken over and not yet ended.</summary>
    private const string SlowWork = """
        agent: drill, action: work, parameters: { journal: "${{ inputs.journal }}", seed: "${{ inputs.seed }}", longest: 4000 }
        """;

    private const string InputsOfChild = """
        { journal: "${{ inputs.journal }}", seed: "${{ inputs.seed }}" }
        """;

    /// <summary>By name; those that others wait for come first.</summary>
    public static IReadOnlyList<(string Name, string Yaml)> All { get; } =
    [
        Of("drill-chain", $$"""
            mode: sequential
            stages: [{ id: work-a, {{Work}} }, { id: work-b, {{Work}} }, { id: work-c, {{Work}} }]
            """),
        Of("drill-fan", $$"""
            stages:
              - { id: work-a, {{Work}} }
              - { id: work-b, needs: [work-a], {{Work}} }
              - { id: work-c, needs: [work-a], {{Work}} }
              - { id: work-d, needs: [work-a], {{Work}} }
              - { id: work-z, needs: [work-b, work-c, work-d], {{Work}} }
            """),
        Of("drill-slow", $$"""
            stages: [{ id: work-a, {{SlowWork}} }, { id: work-b, {{SlowWork}} }, { id: work-z, needs: [work-a, work-b], {{Work}} }]
            """),
        Of("drill-retry", $$"""
            mode: sequential
            stages:
              - { id: work-a, retry: { maxAttempts: 3, backoff: 200ms }, {{FailingWork}} }
              - { id: work-b, {{Work}} }
            """),
        Of("drill-timer", $$"""
            mode: sequential
            stages: [{ id: work-a, {{Work}} }, { id: pause, wait: { for: 700ms } }, { id: work-b, {{Work}} }]
            """),
        Of(Waiting, $$"""
            mode: sequential
            stages: [{ id: work-a, {{Work}} }, { id: gate, wait: { signal: {{Signal}} } }, { id: work-b, {{Work}} }]
            """),
        Of("drill-matrix", $$"""
            mode: sequential
            stages: [{ id: work, matrix: { axes: { part: [1, 2, 3] }, maxParallel: 2 }, {{Work}} }, { id: work-z, {{Work}} }]
            """),
        Of("drill-parent", $$"""
            mode: sequential
            stages: [{ id: work-a, {{Work}} }, { id: child, pipeline: { name: drill-chain, inputs: {{InputsOfChild}} } }, { id: work-z, {{Work}} }]
            """),
        Of(Failing, $$"""
            mode: sequential
            stages:
              - { id: work-a, retry: { maxAttempts: 2, backoff: 100ms }, {{FailingWork}} }
              - { id: work-b, {{Work}} }
            """),
    ];

    private static (string, string) Of(string name, string rest) => (name, $"name: {name}\n{Inputs}\n{rest}\n");
}
