using Monolith.Agents.Contracts;
using Monolith.Agents.Discovery;
using Monolith.Kernel;

namespace Monolith.Agents.Loading;

/// <summary>What became of one plugin's files.</summary>
internal sealed record PluginOutcome(PluginFolder Source, string ContentHash, Result<LoadedPlugin> Result)
{
    public string Plugin => Source.Name;

    /// <summary>Why none of its code was loaded, when its publisher is the reason.</summary>
    public AgentStatus? Refused { get; init; }

    /// <summary>What a person reads of a plugin that does not serve.</summary>
    public AgentListing Refusal(Problem problem) =>
        new(Plugin, "", "", Refused ?? StatusOf(problem), problem.Message, Plugin, ContentHash, []);

    public static AgentStatus StatusOf(Problem problem) => problem.Code switch
    {
        ErrorCodes.UnsupportedVersion => AgentStatus.Incompatible,
        ErrorCodes.Conflict => AgentStatus.Duplicate,
        _ => AgentStatus.Failed,
    };
}
