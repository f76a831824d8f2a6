namespace Monolith.Plugins.Kit;

internal static class Failed
{
    public static AgentResult Validation(string message) => AgentResult.Failure(AgentErrorCodes.TaskValidationFailed, message);

    public static AgentResult Execution(string message) => AgentResult.Failure(AgentErrorCodes.TaskExecutionFailed, message);

    public static AgentResult Workspace(string message) => AgentResult.Failure(AgentErrorCodes.WorkspaceError, message);

    public static AgentResult Resources(string message) => AgentResult.Failure(AgentErrorCodes.InsufficientResources, message);

    public static AgentResult Network(string message) =>
        AgentResult.Failure(AgentErrorCodes.NetworkError, message, retryable: true);

    public static AgentResult TimedOut(string message) =>
        AgentResult.Failure(AgentErrorCodes.TaskTimeout, message, retryable: true);
}
