using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Checking;
using Monolith.Pipelines.Definitions.Reading;
using Monolith.Pipelines.Journal;

namespace Monolith.Pipelines.Definitions;

/// <summary>Reads, binds and checks a definition; all that is wrong is told at once.</summary>
internal sealed class DefinitionCompiler(IAgentCatalog agents, ParameterValidator parameters)
{
    public Result<CompiledDefinition> Compile(byte[] body, DefinitionFormat format)
    {
        var document = DefinitionReader.Read(body, format);
        return document.IsSuccess ? Compile(document.Value) : Result<CompiledDefinition>.Failed(document.Problems);
    }

    /// <param name="document">The definition as JSON.</param>
    /// <param name="prefix">Put before the path of every problem, such as <c>pipeline.</c>.</param>
    public Result<CompiledDefinition> Compile(JsonElement document, string prefix = "")
    {
        if (DefinitionReader.CheckSize(document) is { } tooLarge)
            return tooLarge;
        if (StorableText.Faults(document, prefix).ToList() is { Count: > 0 } unstorable)
            return Result<CompiledDefinition>.Failed(unstorable);

        var problems = new ProblemList(prefix);
        var definition = DefinitionBinder.Bind(document, problems);
        GraphRules.Check(definition, problems);
        BudgetRules.Check(definition, problems);
        new AgentRules(agents, parameters).Check(definition, problems);
        ExpressionRules.Check(definition, problems);
        SecretRules.Check(definition, problems);
        TriggerRules.Check(definition, problems);
        return problems.Any ? Result<CompiledDefinition>.Failed(problems.All) : Build(definition, document);
    }

    /// <summary>A definition that was stored, so was checked then. Its agents may be gone by now; a run tells.</summary>
    /// <exception cref="JournalTooNewException">It says something that this version does not know.</exception>
    public static CompiledDefinition Load(JsonElement canonical)
    {
        var problems = new ProblemList("");
        var definition = DefinitionBinder.Bind(canonical, problems);
        return problems.UnknownProperty is { } unknown
            ? throw new JournalTooNewException($"The run's definition has the property '{unknown}', which this host does not know.")
            : Build(definition, canonical);
    }

    private static CompiledDefinition Build(Model.PipelineDefinition definition, JsonElement document)
    {
        var canonical = Canonical(document);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        return new CompiledDefinition(definition, canonical, hash, new StageGraph(definition));
    }

    private static string Canonical(JsonElement document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            document.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
