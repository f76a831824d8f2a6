using System.Text;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Definitions;

public sealed class BudgetTests
{
    private static readonly StandInAgents Agents = new();
    private static readonly DefinitionCompiler Compiler = new(Agents, new ParameterValidator(Agents));

    [Fact]
    public void Compile_WithBudgets_TheyAreReadAndSurviveTheStore()
    {
        var compiled = Compile("budget: 7.5", "budget: 2").Value;

        using var canonical = System.Text.Json.JsonDocument.Parse(compiled.Canonical);
        var loaded = DefinitionCompiler.Load(canonical.RootElement).Definition;
        Assert.Equal((7.5, 2.0), (loaded.Budget, loaded.Stages[0].Budget));
    }

    [Fact]
    public void Compile_WithoutBudgets_LeavesThemToTheHost()
    {
        var definition = Compile("", "").Value.Definition;

        Assert.Equal((null, null), (definition.Budget, definition.Stages[0].Budget));
    }

    [Theory]
    [InlineData("budget: 51", "", "budget", "Give a number from 0 to 50.")]
    [InlineData("budget: much", "", "budget", "Give a number from 0 to 50.")]
    [InlineData("", "budget: -1", "stages[0].budget", "Give a number from 0 to 50.")]
    [InlineData("budget: 2", "budget: 2.5", "stages[0].budget", "2.5 is more than the pipeline's budget, 2. Lower it, or raise the pipeline's.")]
    public void Compile_WrongBudget_NamesTheFieldAndTheMend(string ofPipeline, string ofStage, string path, string message)
    {
        var problem = Assert.Single(Compile(ofPipeline, ofStage).Problems);

        Assert.Equal((path, message), (problem.Path, problem.Message));
    }

    [Fact]
    public void Compile_BudgetOfAWait_IsRefused()
    {
        var problem = Assert.Single(Compile("name: p\nstages: [{ id: a, wait: { for: 1s }, budget: 1 }]").Problems);

        Assert.Equal(("stages[0].budget", "Only a stage with an agent has 'budget'."), (problem.Path, problem.Message));
    }

    private static Result<CompiledDefinition> Compile(string ofPipeline, string ofStage) => Compile($$"""
        name: p
        {{ofPipeline}}
        stages:
          - id: a
            agent: tool
            action: free
            {{ofStage}}
        """);

    private static Result<CompiledDefinition> Compile(string yaml) => Compiler.Compile(Encoding.UTF8.GetBytes(yaml), DefinitionFormat.Yaml);
}
