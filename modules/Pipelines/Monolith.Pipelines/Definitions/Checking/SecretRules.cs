using Monolith.Pipelines.Definitions.Binding;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;
using Monolith.Secrets.Contracts;

namespace Monolith.Pipelines.Definitions.Checking;

/// <summary>What begins as a reference to a secret is one.</summary>
internal static class SecretRules
{
    public static void Check(PipelineDefinition definition, ProblemList problems)
    {
        for (var i = 0; i < definition.Stages.Count; i++)
        {
            foreach (var path in SecretReference.Faults(definition.Stages[i].Parameters, $"stages[{i}].parameters"))
                problems.Add(path, $"After '{SecretReference.Prefix}' stands no name of a secret. {SecretName.Rule} An expression cannot be part of it. A text that is no reference is written ${{{{ '{SecretReference.Prefix}...' }}}}.");
        }
    }
}
