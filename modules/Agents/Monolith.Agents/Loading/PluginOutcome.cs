using Monolith.Agents.Contracts;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>What became of one folder.</summary>
internal sealed record PluginOutcome(string Plugin, string ContentHash, Result<LoadedPlugin> Result)
{
    /// <summary>What a person reads of a plugin that does not serve.</summary>
    public AgentListing Refusal(Problem problem) =>
        new(Plugin, "", "", StatusOf(problem), problem.Message, Plugin, ContentHash, []);

    public static AgentStatus StatusOf(Problem problem) => problem.Code switch
    {
        ErrorCodes.UnsupportedVersion => AgentStatus.Incompatible,
        ErrorCodes.Conflict => AgentStatus.Duplicate,
        _ => AgentStatus.Failed,
    };
}
