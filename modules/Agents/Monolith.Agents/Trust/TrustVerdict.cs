using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Kernel;

namespace Monolith.Agents.Trust;

/// <param name="Refused">Null when the plugin may be loaded.</param>
/// <param name="Fault">Why it may not; null when it may.</param>
/// <param name="Publisher">Who vouches for it; null when nobody does whom the host knows.</param>
internal sealed record TrustVerdict(AgentStatus? Refused = null, Problem? Fault = null, string? Publisher = null)
{
    public static TrustVerdict Unsigned { get; } = new();

    public static TrustVerdict Untrusted(string reason) => new(AgentStatus.Untrusted, LoadFault.Failed(
        $"{reason} Plugins:Trust lets in what known publishers signed: add its publisher to Plugins:Publishers, or sign it (plugins sign)."));

    public static TrustVerdict Tampered(string reason) => new(AgentStatus.Tampered, LoadFault.Failed(
        $"{reason} Get the plugin from its publisher again."));
}
