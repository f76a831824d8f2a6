using System.Text;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Definitions;

public sealed class SecretRulesTests
{
    private static readonly StandInAgents Agents = new();

    [Fact]
    public void Compile_References_CountAsDeclaredAndAreNotJudgedByTheSchemaYet()
    {
        var compiled = Compile("""{ command: "secret:TOKEN", count: "secret:number", list: [{ name: "secret:TOKEN" }] }, secrets: [other, TOKEN]""");

        Assert.Equal(["other", "TOKEN", "number"], compiled.Value.Definition.Stages[0].Secrets);
        Assert.Contains("secret:TOKEN", compiled.Value.Canonical, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_NoNameAfterIt_IsToldWithItsPlace()
    {
        var problems = Compile("""{ command: "secret:", list: [{ name: "secret:${{ run.id }}" }] }""").Problems;

        Assert.Equal(["stages[0].parameters.command", "stages[0].parameters.list[0].name"], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Compile_TextThatOnlyLooksLikeOne_CanBeWritten() =>
        Assert.Empty(Compile("""{ command: "${{ 'secret:TOKEN' }}" }""").Value.Definition.Stages[0].Secrets);

    private static Kernel.Result<CompiledDefinition> Compile(string parameters) => new DefinitionCompiler(Agents, new ParameterValidator(Agents))
        .Compile(Encoding.UTF8.GetBytes($"name: p\nstages: [{{ id: s, agent: tool, action: run, parameters: {parameters} }}]"), DefinitionFormat.Yaml);
}
