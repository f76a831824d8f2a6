using System.Reflection;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>The classes of a main assembly that are agents.</summary>
internal static class AgentTypes
{
    public static Result<Type[]> In(Assembly assembly)
    {
        Type[] agents = [.. assembly.GetExportedTypes().Where(IsAgent).OrderBy(type => type.FullName, StringComparer.Ordinal)];
        return agents.Length > 0
            ? agents
            : new Problem(
                ErrorCodes.AgentInitFailed,
                $"'{assembly.GetName().Name}.dll' holds no agent: "
                + $"a public, concrete class that implements {typeof(IAgent).FullName}.");
    }

    private static bool IsAgent(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && typeof(IAgent).IsAssignableFrom(type);
}
