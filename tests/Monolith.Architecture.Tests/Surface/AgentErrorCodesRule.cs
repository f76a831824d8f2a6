using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Surface;

/// <summary>The SDK cannot refer to the kernel, so its codes are written twice: each of them is one of the kernel's.</summary>
public sealed class AgentErrorCodesRule : Rule<string>
{
    protected override IEnumerable<string> Subjects => Codes("Monolith.Agents.Sdk", "AgentErrorCodes");

    protected override IEnumerable<(string, string)> Violators => [("AGENT_HAS_A_COLD", "AGENT_HAS_A_COLD")];

    protected override IEnumerable<string> Violations(string subject) =>
        Codes("Monolith.Kernel", "ErrorCodes").Contains(subject) ? [] : [$"{subject} is not one of Monolith.Kernel.ErrorCodes"];

    private static IEnumerable<string> Codes(string assembly, string type) =>
        Repository.Assemblies.Single(built => built.Name == assembly)
            .Definition.MainModule.GetType(assembly, type)
            .Fields.Where(field => field.HasConstant).Select(field => (string)field.Constant);
}
