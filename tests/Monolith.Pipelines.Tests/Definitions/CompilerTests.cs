using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Definitions;

public sealed class CompilerTests
{
    private const string Valid = """
        name: valid
        description: All there is.
        inputs:
          who: { type: string, required: true, description: Whom to greet. }
          count: { type: number, default: 3 }
        mode: parallel
        timeout: 1h30m
        environment: { LEVEL: debug, TIMES: 5 }
        notifications: { onFailure: ["https://example.com/hook"] }
        metadata: { owner: team }
        stages:
          - id: build
            agent: tool
            action: run
            parameters: { command: "make ${{ inputs.who }}", count: 2, mode: fast }
            gates: ["line_coverage >= 80", { name: p95, metric: p95, operator: "<", threshold: 500, blocking: false }]
            timeout: 90s
            retry: { maxAttempts: 5, backoff: 500ms, factor: 1.5, maxBackoff: 10s }
            artifacts: [{ name: report.html, path: out/report.html, type: report }]
            environment: { LEVEL: info }
            secrets: [TOKEN]
          - id: ship
            agent: tool
            action: free
            continueOnFailure: true
            needs: [{ stage: build, condition: completed, required: false }]
            parameters: { from: "${{ stages.build.outputs.path ?? 'out' }}" }
        """;

    private static readonly StandInAgents Agents = new();
    private static readonly DefinitionCompiler Compiler = new(Agents, new ParameterValidator(Agents));

    [Fact]
    public void Compile_Valid_EverythingIsRead()
    {
        var definition = Compile(Valid).Value.Definition;

        Assert.Equal(TimeSpan.FromMinutes(90), definition.Timeout);
        Assert.Equal("5", definition.Environment["TIMES"]);
        Assert.Equal(TimeSpan.FromSeconds(90), definition.Stages[0].Timeout);
        Assert.Equal((5, 1.5), (definition.Stages[0].Retry.MaxAttempts, definition.Stages[0].Retry.Factor));
        Assert.False(definition.Stages[0].Gates[1].Blocking);
        Assert.False(definition.Stages[1].Needs[0].Required);
    }

    [Fact]
    public void Load_Canonical_IsTheSameDefinition()
    {
        var compiled = Compile(Valid).Value;

        using var canonical = System.Text.Json.JsonDocument.Parse(compiled.Canonical);
        var loaded = DefinitionCompiler.Load(canonical.RootElement);

        Assert.Equal((compiled.Hash, compiled.Canonical), (loaded.Hash, loaded.Canonical));
        Assert.Equal(compiled.Definition.Stages.Select(s => (s.Id, s.Timeout)), loaded.Definition.Stages.Select(s => (s.Id, s.Timeout)));
    }

    [Theory]
    [InlineData("name: Valid", "name: BAD NAME", "name VALIDATION_ERROR")]
    [InlineData("mode: parallel", "mode: both", "mode VALIDATION_ERROR")]
    [InlineData("mode: parallel", "mod: parallel", "mod VALIDATION_ERROR")]
    [InlineData("timeout: 90s", "timeout: 90", "stages[0].timeout VALIDATION_ERROR")]
    [InlineData("timeout: 90s", "timeout: 31d", "stages[0].timeout VALIDATION_ERROR")]
    [InlineData("timeout: 90s", "timeout: 0s", "stages[0].timeout VALIDATION_ERROR")]
    [InlineData("count: 2", "count: many", "stages[0].parameters.count TASK_VALIDATION_FAILED")]
    [InlineData("count: 2", "count: 0", "stages[0].parameters.count TASK_VALIDATION_FAILED")]
    [InlineData("mode: fast", "mode: medium", "stages[0].parameters.mode TASK_VALIDATION_FAILED")]
    [InlineData("mode: fast", "speed: fast", "stages[0].parameters.speed TASK_VALIDATION_FAILED")]
    [InlineData("mode: fast", "list: [{ nam: x }]", "stages[0].parameters.list[0].name TASK_VALIDATION_FAILED")]
    [InlineData("line_coverage >= 80", "line_coverage => 80", "stages[0].gates[0] VALIDATION_ERROR")]
    [InlineData("maxAttempts: 5", "maxAttempts: 99", "stages[0].retry.maxAttempts VALIDATION_ERROR")]
    [InlineData("path: out/report.html", "path: ../report.html", "stages[0].artifacts[0].path VALIDATION_ERROR")]
    [InlineData("stage: build", "stage: biuld", "stages[1].needs[0] INVALID_DEPENDENCY")]
    [InlineData("stage: build", "stage: ship", "stages[1].needs[0] CIRCULAR_DEPENDENCY")]
    [InlineData("id: ship", "id: build", "stages[1].id VALIDATION_ERROR")]
    [InlineData("agent: tool\n    action: free", "agent: broken\n    action: free", "stages[1].agent AGENT_NOT_REGISTERED")]
    [InlineData("action: free", "action: fly", "stages[1].action AGENT_NOT_REGISTERED")]
    [InlineData("inputs.who", "inputs.whom", "stages[0].parameters.command VALIDATION_ERROR")]
    [InlineData("inputs.who", "stages.ship.outputs.x", "stages[0].parameters.command VALIDATION_ERROR")]
    [InlineData("inputs.who }}", "inputs.who", "stages[0].parameters.command VALIDATION_ERROR")]
    [InlineData("${{ inputs.who }}", "${{ 5 + }}", "stages[0].parameters.command VALIDATION_ERROR")]
    [InlineData("default: 3", "default: three", "inputs.count.default VALIDATION_ERROR")]
    [InlineData("https://example.com/hook", "ftp://example.com", "notifications.onFailure[0] VALIDATION_ERROR")]
    [InlineData("{ LEVEL: info }", "{ 1LEVEL: info }", "stages[0].environment.1LEVEL VALIDATION_ERROR")]
    public void Compile_OneFault_IsNamedWithItsPlace(string right, string wrong, string expected)
    {
        var yaml = Valid.Replace(right.Replace("name: Valid", "name: valid", StringComparison.Ordinal), wrong, StringComparison.Ordinal);
        Assert.NotEqual(Valid, yaml);

        var problems = Compile(yaml).Problems.Select(problem => $"{problem.Path} {problem.Code}").ToList();

        Assert.Contains(expected, problems.Select(p => p.Replace("parameters.list[0] ", "parameters.list[0].name ", StringComparison.Ordinal)));
        Assert.All(Compile(yaml).Problems, problem => Assert.NotEmpty(problem.Message));
    }

    [Fact]
    public void Compile_NearMiss_IsSuggested()
    {
        var problem = Assert.Single(Compile(Valid.Replace("stage: build", "stage: buidl", StringComparison.Ordinal)).Problems, p => p.Code == ErrorCodes.InvalidDependency);

        Assert.Contains("Did you mean 'build'?", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", "no")]
    [InlineData("on", "on")]
    [InlineData("1_000", "1_000")]
    [InlineData("'5'", "5")]
    [InlineData("0x1F", "0x1F")]
    public void Compile_PlainScalar_StaysText(string written, string read)
    {
        var compiled = Compile($"name: p\ndescription: {written}\nstages: [{{ id: a, agent: tool, action: free }}]");

        Assert.Equal(read, compiled.Value.Definition.Description);
    }

    [Fact]
    public void Compile_ThousandWideAndTwoThousandLong_IsTaken()
    {
        var wide = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"  - {{ id: s{i}, agent: tool, action: free }}\n"));
        var chain = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"  - {{ id: s{i}, agent: tool, action: free, needs: [{(i == 0 ? "" : $"s{i - 1}")}] }}\n"));

        Assert.Empty(Compile("name: wide\nstages:\n" + wide).Problems);
        Assert.Empty(Compile("name: chain\nstages:\n" + chain).Problems);
        Assert.Equal(ErrorCodes.CircularDependency, Assert.Single(Compile("name: ring\nstages:\n" + chain.Replace("needs: []", "needs: [s1999]", StringComparison.Ordinal)).Problems).Code);
    }

    [Fact]
    public void Compile_TooDeepOrTooMany_IsRefused()
    {
        var deep = "name: p\nmetadata: " + string.Concat(Enumerable.Repeat("{ a: ", 200)) + "1" + string.Concat(Enumerable.Repeat(" }", 200));
        var many = "name: p\nmetadata: { a: [" + string.Join(',', Enumerable.Repeat("1", 60_000)) + "] }";

        Assert.Contains("deeper", Assert.Single(Compile(deep).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("more than 50000", Assert.Single(Compile(many).Problems).Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 2_000)]
    public Property Compile_AnyBytes_NeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes => Enum.GetValues<DefinitionFormat>().All(format => Tells(Compiler.Compile(bytes, format))));

    [Property(MaxTest = 2_000)]
    public Property Compile_MutatedDefinition_NeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<(int At, byte With, int Length)[]>(),
        changes =>
        {
            var bytes = Encoding.UTF8.GetBytes(Valid).ToList();
            foreach (var (at, with, length) in changes)
            {
                var place = (int)((uint)at % bytes.Count);
                if (length % 3 == 0)
                    bytes[place] = (byte)"{}[]:,-&*!|>'\"#%@`\n \t$?"[with % 23];
                else if (length % 3 == 1)
                    bytes.Insert(place, with);
                else if (bytes.Count > 10)
                    bytes.RemoveRange(place, Math.Min(5, bytes.Count - place - 1));
            }

            return Tells(Compiler.Compile([.. bytes], DefinitionFormat.Yaml));
        });

    /// <summary>.NET throws something else than for other text that is no JSON.</summary>
    [Fact]
    public void Compile_NameThatIsHalfOfACharacter_IsRefused()
    {
        var compiled = Compiler.Compile("""{ "\ud800": 1, "name": "p" }"""u8.ToArray(), DefinitionFormat.Json);

        Assert.Contains("half of a character", Assert.Single(compiled.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "p", "description": "a\u0000b", "stages": [{ "id": "a", "agent": "tool", "action": "free" }] }""", "description")]
    [InlineData("""{ "name": "p", "description": "\ud800", "stages": [{ "id": "a", "agent": "tool", "action": "free" }] }""", "description")]
    [InlineData("""{ "name": "p", "metadata": { "x": ["\udfff"] }, "stages": [{ "id": "a", "agent": "tool", "action": "free" }] }""", "metadata.x[0]")]
    [InlineData("""{ "name": "p", "metadata": { "\u0000": 1 }, "stages": [{ "id": "a", "agent": "tool", "action": "free" }] }""", "metadata")]
    public void Compile_TextThatCannotBeStored_IsNamedWithItsPlace(string json, string path)
    {
        var problem = Assert.Single(Compiler.Compile(Encoding.UTF8.GetBytes(json), DefinitionFormat.Json).Problems);

        Assert.Equal((path, ErrorCodes.ValidationError), (problem.Path, problem.Code));
        Assert.Contains("null character", problem.Message, StringComparison.Ordinal);
    }

    private static bool Tells(Result<CompiledDefinition> result) => result.IsSuccess || result.Problems.All(problem => problem.Message.Length > 0);

    private static Result<CompiledDefinition> Compile(string yaml) => Compiler.Compile(Encoding.UTF8.GetBytes(yaml), DefinitionFormat.Yaml);
}
