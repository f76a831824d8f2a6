using System.Reflection;

namespace Monolith.Agents.Tests.Readme;

internal static class Pages
{
    /// <summary>The module's README.md.</summary>
    public static string Agents { get; } = typeof(Pages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "AgentsReadme").Value!;
}
