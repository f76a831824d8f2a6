namespace Monolith.Agents.Sdk;

/// <summary>The codes an agent fails with.</summary>
public static class AgentErrorCodes
{
    /// <summary>The parameters make no sense together. Never retryable.</summary>
    public const string TaskValidationFailed = "TASK_VALIDATION_FAILED";

    /// <summary>The work itself failed: a build broke, a test failed, a program ended with another exit code.</summary>
    public const string TaskExecutionFailed = "TASK_EXECUTION_FAILED";

    /// <summary>Something took longer than the parameters allow.</summary>
    public const string TaskTimeout = "TASK_TIMEOUT";

    /// <summary>A remote system could not be reached. Usually retryable.</summary>
    public const string NetworkError = "NETWORK_ERROR";

    /// <summary>Disk, memory or a needed tool is missing on this machine.</summary>
    public const string InsufficientResources = "INSUFFICIENT_RESOURCES";

    /// <summary>The workspace is not as the stage needs it, or a path leaves it.</summary>
    public const string WorkspaceError = "WORKSPACE_ERROR";
}
