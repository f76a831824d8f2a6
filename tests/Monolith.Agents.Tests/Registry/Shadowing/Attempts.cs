using System.Text.Json;
using Monolith.Agents.Contracts;
using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;
using Monolith.Pipelines.Contracts.Replaying;

namespace Monolith.Agents.Tests.Registry.Shadowing;

internal static class Attempts
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>Of the agent <c>stub</c>, which succeeded with an output.</summary>
    public static RecordedAttempt Recorded { get; } = new()
    {
        RunId = Guid.NewGuid(),
        Pipeline = "p",
        Project = "default",
        StageId = "s",
        Attempt = 1,
        Agent = "stub",
        Action = "do",
        Parameters = Nothing,
        Inputs = Nothing,
        Outcome = new RecordedOutcome(Code: null, JsonElement.Parse("""{"a":1}"""), new Dictionary<string, double>(), Proposal: null, []),
    };

    public static LoadedAgent Agent(Func<IAgentContext, CancellationToken, Task<AgentResult>> does, AgentCapabilities? capabilities = null)
    {
        var agent = new StubAgents(does);
        var listing = new AgentListing("stub", "1.0.0", "", AgentStatus.Loaded, null, "stub", "0123", [new ActionListing("do", "", Nothing)]) { Capabilities = capabilities };
        return new LoadedAgent(agent, listing);
    }
}
