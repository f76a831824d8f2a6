using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Operations;

/// <summary>Skipped, and said to be, where promtool is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PromtoolFactAttribute : FactAttribute
{
    public PromtoolFactAttribute() => Skip = Promtool.IsInstalled ? null : "promtool is not installed; Debian has it in the package prometheus.";
}
