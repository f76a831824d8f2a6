using System.Text.Json;
using Monolith.Fuzzing.Tests.Inputs;
using Monolith.Fuzzing.Tests.Running;
using Monolith.Pipelines.Definitions;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Tests.Support;

namespace Monolith.Fuzzing.Tests.Definitions;

public sealed class DefinitionFuzzTests
{
    private static readonly StandInAgents Agents = new();
    private static readonly DefinitionCompiler Compiler = new(Agents, new ParameterValidator(Agents));

    [Fact]
    public void Compile_AnyYaml_IsTakenWholeOrRefusedWithReasons() =>
        Fuzz.Run("definition as YAML", [Samples.Read("all-there-is.yaml"), .. Samples.All("*.yaml", "definitions")], mutant => Compile(mutant, DefinitionFormat.Yaml));

    [Fact]
    public void Compile_AnyJson_IsTakenWholeOrRefusedWithReasons() =>
        Fuzz.Run("definition as JSON", [Samples.Read("all-there-is.json")], mutant => Compile(mutant, DefinitionFormat.Json));

    private static bool Compile(Mutant mutant, DefinitionFormat format)
    {
        var compiled = Compiler.Compile(mutant.Bytes, format);
        if (!compiled.IsSuccess)
        {
            Assert.NotEmpty(compiled.Problems);
            Assert.All(compiled.Problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message)));
            return false;
        }

        using var canonical = JsonDocument.Parse(compiled.Value.Canonical);
        Assert.Equal(compiled.Value.Hash, DefinitionCompiler.Load(canonical.RootElement).Hash);
        return true;
    }
}
