using System.Text.Json.Nodes;

namespace Monolith.Agents.Sdk;

/// <summary>How an attempt ended.</summary>
public sealed record AgentResult
{
    private AgentResult(AgentError? error) => Error = error;

    /// <summary>Null when the attempt succeeded.</summary>
    public AgentError? Error { get; }

    /// <summary>What later stages may use, by name; at most 256 KiB as JSON. Kept on success only.</summary>
    public JsonObject Outputs { get; init; } = [];

    /// <summary>
    /// What quality gates look at, by dotted path, such as <c>tests.passed</c>. Kept on failure too.
    /// Leave out what was not measured: a missing metric fails its gate.
    /// </summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = new Dictionary<string, double>();

    /// <summary>Files and folders of the workspace to keep. Kept on failure too, where they exist.</summary>
    public IReadOnlyList<AgentArtifact> Artifacts { get; init; } = [];

    /// <summary>What is to be decided before the agent goes on; null when nothing is. Nothing else of the result counts then.</summary>
    public AgentDecision? Proposal { get; private init; }

    /// <summary>What is to be answered before the agent goes on. Nothing else of the result counts then.</summary>
    public IReadOnlyList<AgentQuestion> Questions { get; private init; } = [];

    /// <summary>
    /// Something is to be decided first. The agent is executed again when it is: the same attempt, with
    /// <see cref="IAgentContext.Decision"/> set, and with the files of the proposal unchanged.
    /// </summary>
    /// <param name="proposal">What.</param>
    public static AgentResult Propose(AgentDecision proposal) => new(error: null) { Proposal = proposal };

    /// <summary>
    /// Something is to be answered first. The agent is executed again when it is: the same attempt, with
    /// <see cref="IAgentContext.Answers"/> set. A stage may ask in three rounds.
    /// </summary>
    /// <param name="questions">1 to 20, each with an id of its own.</param>
    public static AgentResult Ask(params IReadOnlyList<AgentQuestion> questions) => new(error: null) { Questions = questions };

    /// <summary>The attempt did what was asked.</summary>
    public static AgentResult Success() => new(error: null);

    /// <summary>The attempt did not do what was asked.</summary>
    /// <param name="code">One of <see cref="AgentErrorCodes"/>.</param>
    /// <param name="message">What went wrong and how to mend it; no secrets.</param>
    /// <param name="retryable">Whether the same attempt may succeed later.</param>
    public static AgentResult Failure(string code, string message, bool retryable = false) =>
        new(new AgentError(code, message, retryable));

    /// <summary>The attempt did not do what was asked, and the same attempt may succeed later, but not at once.</summary>
    /// <param name="code">One of <see cref="AgentErrorCodes"/>.</param>
    /// <param name="message">What went wrong and how to mend it; no secrets.</param>
    /// <param name="retryAfter">See <see cref="AgentError.RetryAfter"/>.</param>
    public static AgentResult RetryLater(string code, string message, TimeSpan retryAfter) =>
        new(new AgentError(code, message, Retryable: true) { RetryAfter = retryAfter });
}
