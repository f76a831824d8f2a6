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

    /// <summary>No language model could answer.</summary>
    public const string LlmApiError = "LLM_API_ERROR";

    /// <summary>Every provider of language models refuses for now. Retryable.</summary>
    public const string LlmRateLimit = "LLM_RATE_LIMIT";

    /// <summary>The budget for language models does not allow the call.</summary>
    public const string LlmQuotaExceeded = "LLM_QUOTA_EXCEEDED";

    /// <summary>A language model's answer is of no use.</summary>
    public const string LlmInvalidResponse = "LLM_INVALID_RESPONSE";
}
