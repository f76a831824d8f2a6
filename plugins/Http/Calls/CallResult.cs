namespace Monolith.Plugins.Http.Calls;

/// <summary>How one call went.</summary>
/// <param name="Reply">Null when none came.</param>
/// <param name="Fault">What was not as expected; null when all was.</param>
internal sealed record CallResult(CallSpec Call, CallReply? Reply, CallFault? Fault)
{
    public bool Passed => Fault is null;
}

/// <param name="Kind">Whether no call was made, no answer came, or the wrong one.</param>
/// <param name="Message">What was expected and what came.</param>
internal sealed record CallFault(CallFaultKind Kind, string Message)
{
    /// <summary>When the server asked for another try later: how much later.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public AgentResult ToFailure(string of) => Kind switch
    {
        CallFaultKind.Refused => Failed.Validation($"{of}: {Message}"),
        CallFaultKind.Unreachable => Failed.Network($"{of}: {Message}"),
        CallFaultKind.TimedOut => Failed.TimedOut($"{of}: {Message}"),
        _ when RetryAfter is { } wait => AgentResult.RetryLater(AgentErrorCodes.TaskExecutionFailed, $"{of}: {Message}", wait),
        _ => Failed.Execution($"{of}: {Message}"),
    };
}

internal enum CallFaultKind
{
    Refused,
    Unreachable,
    TimedOut,
    Unexpected,
}
