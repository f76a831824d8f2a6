namespace Monolith.Kernel;

/// <summary>Every stable error code. Clients may switch on them; a code is never renamed.</summary>
public static class ErrorCodes
{
    public const string ValidationError = "VALIDATION_ERROR";
    public const string NotFound = "NOT_FOUND";
    public const string Timeout = "TIMEOUT";
    public const string NetworkError = "NETWORK_ERROR";
    public const string DatabaseError = "DATABASE_ERROR";
    public const string RateLimitExceeded = "RATE_LIMIT_EXCEEDED";
    public const string Conflict = "CONFLICT";
    public const string InternalError = "INTERNAL_ERROR";
    public const string HostStopping = "HOST_STOPPING";
    public const string Overloaded = "OVERLOADED";

    public const string AgentInitFailed = "AGENT_INIT_FAILED";
    public const string AgentNotRegistered = "AGENT_NOT_REGISTERED";
    public const string TaskValidationFailed = "TASK_VALIDATION_FAILED";
    public const string TaskExecutionFailed = "TASK_EXECUTION_FAILED";
    public const string TaskTimeout = "TASK_TIMEOUT";
    public const string TaskCancelled = "TASK_CANCELLED";
    public const string LlmApiError = "LLM_API_ERROR";
    public const string LlmRateLimit = "LLM_RATE_LIMIT";
    public const string LlmQuotaExceeded = "LLM_QUOTA_EXCEEDED";
    public const string LlmInvalidResponse = "LLM_INVALID_RESPONSE";
    public const string InsufficientResources = "INSUFFICIENT_RESOURCES";
    public const string WorkspaceError = "WORKSPACE_ERROR";
    public const string ContractValidationFailed = "CONTRACT_VALIDATION_FAILED";
    public const string UnsupportedVersion = "UNSUPPORTED_VERSION";

    public const string PipelineNotFound = "PIPELINE_NOT_FOUND";
    public const string PipelineAlreadyRunning = "PIPELINE_ALREADY_RUNNING";
    public const string PipelineCancelled = "PIPELINE_CANCELLED";
    public const string StageNotFound = "STAGE_NOT_FOUND";
    public const string StageExecutionFailed = "STAGE_EXECUTION_FAILED";
    public const string StageTimeout = "STAGE_TIMEOUT";
    public const string StageDependencyFailed = "STAGE_DEPENDENCY_FAILED";
    public const string QualityGateFailed = "QUALITY_GATE_FAILED";
    public const string CircularDependency = "CIRCULAR_DEPENDENCY";
    public const string InvalidDependency = "INVALID_DEPENDENCY";
    public const string Forbidden = "FORBIDDEN";
    public const string Unauthenticated = "UNAUTHENTICATED";

    public const string DecisionRequired = "DECISION_REQUIRED";

    public const string DecisionRejected = "DECISION_REJECTED";

    public const string ClarificationFailed = "CLARIFICATION_FAILED";

    public const string ExecutionTimeout = "EXECUTION_TIMEOUT";
    public const string CircuitOpen = "CIRCUIT_OPEN";

    public const string SecretNotFound = "SECRET_NOT_FOUND";
    public const string SecretUnreadable = "SECRET_UNREADABLE";
    public const string SecretStoreShut = "SECRET_STORE_SHUT";
}
