namespace Monolith.Plugins.Validation.Checks;

internal enum CheckStatus
{
    /// <summary>It was done; how many findings are too many, a gate says.</summary>
    Passed,

    /// <summary>It was done, and the repository did not stand it: a broken build, a failed test.</summary>
    Failed,

    /// <summary>It was not done, or its answer cannot be read. Its metrics are missing, so its gates fail.</summary>
    Unknown,
}

internal static class CheckStatuses
{
    private static readonly string[] Judging = ["build", "test"];

    /// <summary>Only builds and tests fail by what they find. Where another check fails, nothing is known.</summary>
    public static CheckStatus Of(string check, AgentResult result) => result.Error switch
    {
        null => CheckStatus.Passed,
        { Code: AgentErrorCodes.TaskExecutionFailed } when Judging.Contains(check) => CheckStatus.Failed,
        _ => CheckStatus.Unknown,
    };

    public static string Text(this CheckStatus status) => status switch
    {
        CheckStatus.Passed => "passed",
        CheckStatus.Failed => "failed",
        _ => "unknown",
    };

    public static string Text(this FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "note",
    };
}
