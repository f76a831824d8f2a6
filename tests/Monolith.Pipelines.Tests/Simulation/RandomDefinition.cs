using System.Text;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Reading;

namespace Monolith.Pipelines.Tests.Simulation;

/// <summary>Any graph of stages of any kind.</summary>
internal static class RandomDefinition
{
    private static readonly string[] Conditions = ["success", "success", "completed", "always"];

    public static CompiledDefinition Make(Random dice)
    {
        var yaml = new StringBuilder("name: p\nstages:\n");
        var count = dice.Next(1, 9);
        for (var i = 0; i < count; i++)
            yaml.Append("  - { id: s").Append(i).Append(", ").Append(Work(dice)).Append(Needs(dice, i)).Append(" }\n");
        return DefinitionCompiler.Load(DefinitionReader.Read(Encoding.UTF8.GetBytes(yaml.ToString()), DefinitionFormat.Yaml).Value);
    }

    private static string Work(Random dice) => dice.Next(10) switch
    {
        0 => "wait: { signal: go }",
        1 => $"wait: {{ for: {dice.Next(1, 90)}s }}",
        2 => "pipeline: { name: other }" + Tolerance(dice),
        3 => $"agent: x, action: y, matrix: {{ axes: {{ n: [1, 2, 3] }}, maxParallel: {dice.Next(1, 4)} }}" + Tolerance(dice),
        4 or 5 => "agent: x, action: y, gates: ['score >= 50']" + Tolerance(dice),
        _ => $"agent: x, action: y, retry: {{ maxAttempts: {dice.Next(1, 4)}, backoff: {dice.Next(1, 30)}s }}" + Tolerance(dice),
    };

    private static string Tolerance(Random dice) => dice.Next(4) == 0 ? ", continueOnFailure: true" : "";

    private static string Needs(Random dice, int stage)
    {
        var needs = Enumerable.Range(0, stage).Where(_ => dice.Next(3) == 0)
            .Select(other => $"{{ stage: s{other}, condition: {Conditions[dice.Next(Conditions.Length)]}, required: {(dice.Next(5) == 0 ? "false" : "true")} }}");
        return $", needs: [{string.Join(", ", needs)}]";
    }
}
