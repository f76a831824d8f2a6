using System.Text.Json;

namespace Monolith.Pipelines.Definitions.Model;

internal sealed record StageDefinition
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);

    public required string Id { get; init; }

    public required string Name { get; init; }

    public StageKind Kind { get; init; } = StageKind.Agent;

    /// <summary>Empty unless an agent does it.</summary>
    public required string Agent { get; init; }

    public required string Action { get; init; }

    public WaitDefinition? Wait { get; init; }

    public ChildDefinition? Child { get; init; }

    public MatrixDefinition? Matrix { get; init; }

    /// <summary>A JSON object; strings in it may hold expressions.</summary>
    public required JsonElement Parameters { get; init; }

    /// <summary>What is decided before it begins; null when nothing is.</summary>
    public DecisionDefinition? Decision { get; init; }

    /// <summary>What must be clear before it begins; null when nothing must.</summary>
    public ClarifyDefinition? Clarify { get; init; }

    /// <summary>US dollars that language models may cost in all its attempts together; null for as much as the run may.</summary>
    public double? Budget { get; init; }

    public IReadOnlyList<StageNeed> Needs { get; init; } = [];

    public IReadOnlyList<QualityGate> Gates { get; init; } = [];

    /// <summary>Of one attempt; null for none, which only a wait or another pipeline may have.</summary>
    public TimeSpan? Timeout { get; init; } = DefaultTimeout;

    public RetryPolicy Retry { get; init; } = RetryPolicy.Default;

    public bool ContinueOnFailure { get; init; }

    public IReadOnlyList<ArtifactDefinition> Artifacts { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of the secrets the agent may read: those declared, and those its parameters refer to.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}

/// <summary>A stage that must end before this one begins.</summary>
/// <param name="Stage">Its id.</param>
/// <param name="Condition">How it must have ended.</param>
/// <param name="Required">When false, this stage runs too where the condition is not met.</param>
internal sealed record StageNeed(string Stage, NeedCondition Condition, bool Required);

internal enum NeedCondition
{
    /// <summary>It succeeded, or failed with <c>continueOnFailure</c>.</summary>
    Success,

    /// <summary>It succeeded or failed.</summary>
    Completed,

    /// <summary>It ended in any way, skipped included.</summary>
    Always,
}

/// <summary>How often an attempt that failed in a retryable way is made again, and after what wait.</summary>
internal sealed record RetryPolicy(int MaxAttempts, TimeSpan Backoff, double Factor, TimeSpan MaxBackoff)
{
    public static readonly RetryPolicy Default = new(3, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMinutes(1));

    /// <summary>Whether waits differ a little from run to run, so that those that failed together do not come back together.</summary>
    public bool Jitter { get; init; }

    public WhenOpen WhenOpen { get; init; }
}

/// <summary>What becomes of an attempt while the breaker of its agent is open.</summary>
internal enum WhenOpen
{
    /// <summary>It is put off.</summary>
    Wait,

    /// <summary>The stage fails.</summary>
    Fail,
}

internal sealed record ArtifactDefinition(string Name, string Path, string Type);

/// <summary>A condition on a metric. A metric that is missing fails it.</summary>
internal sealed record QualityGate(string Name, string Metric, GateOperator Operator, double Threshold, bool Blocking);

internal enum GateOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
