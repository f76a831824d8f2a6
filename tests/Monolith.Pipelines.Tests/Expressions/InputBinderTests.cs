using System.Text;
using System.Text.Json;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Pipelines.Tests.Expressions;

public sealed class InputBinderTests
{
    private const string Definition = """
        name: inputs
        inputs: { version: { required: true }, count: { type: number, default: 3 } }
        stages: [{ id: a, agent: tool, action: free }]
        """;

    private static readonly StandInAgents Agents = new();
    private static readonly PipelineDefinition Compiled =
        new DefinitionCompiler(Agents, new ParameterValidator(Agents)).Compile(Encoding.UTF8.GetBytes(Definition), DefinitionFormat.Yaml).Value.Definition;

    [Theory]
    [InlineData("""{ "version": 1.10 }""", "inputs.version: Give text, in quotes where it looks like a number, a list, true or false.")]
    [InlineData("""{ "version": "1.10", "count": "3" }""", "inputs.count: Give a number.")]
    [InlineData("""{}""", "inputs.version: It is missing. Give text.")]
    [InlineData("""{ "version": "1.10", "cuont": 3 }""", "inputs.cuont: The pipeline has no such input. Did you mean 'count'?")]
    public void Bind_WhatDoesNotFit_IsNamedWithTheMend(string given, string problem)
    {
        var bound = InputBinder.Bind(Compiled, JsonDocument.Parse(given).RootElement);

        Assert.Equal(problem, Assert.Single(bound.Problems.Select(one => $"{one.Path}: {one.Message}")));
    }

    [Fact]
    public void Bind_WhatFits_IsThereWithDefaults() =>
        Assert.Equal("""{"version":"1.10","count":3}""", InputBinder.Bind(Compiled, JsonDocument.Parse("""{ "version": "1.10" }""").RootElement).Value.GetRawText());
}
