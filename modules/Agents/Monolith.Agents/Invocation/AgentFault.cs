using System.Net.Sockets;
using System.Security.Authentication;
using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;
using Monolith.Agents.Workers;
using Monolith.Kernel;

namespace Monolith.Agents.Invocation;

/// <summary>
/// What an exception that an agent let go means for its stage. The agent did not say whether trying again may help, so the catalogue says it
/// by the code, save where the exception tells more than the code does.
/// </summary>
internal static class AgentFault
{
    public static (string Code, bool Retryable) Classify(Exception fault)
    {
        var (code, retryable) = Look(fault);
        return (code, retryable ?? ErrorCatalog.IsRetryable(code));
    }

    private static (string Code, bool? Retryable) Look(Exception fault) => fault switch
    {
        AggregateException { InnerExceptions: [var only] } => Look(only),
        ModelException model when model.Code is ErrorCodes.DatabaseError || ResultBoundary.Knows(model.Code) => (model.Code, model.Retryable),
        WorkerException worker => (worker.Code is ErrorCodes.DatabaseError or ErrorCodes.ContractValidationFailed || ResultBoundary.Knows(worker.Code) ? worker.Code : AgentErrorCodes.TaskExecutionFailed, worker.IsRetryable),
        ProgramStartException => (AgentErrorCodes.InsufficientResources, null),
        HttpRequestException { InnerException: AuthenticationException } => (AgentErrorCodes.NetworkError, false),
        HttpRequestException or SocketException or IOException { InnerException: SocketException } =>
            (AgentErrorCodes.NetworkError, null),
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } =>
            (AgentErrorCodes.TaskTimeout, null),
        // An assembly that is missing or does not fit stays so.
        IOException when PluginException.IsMissingAssembly(fault) => (AgentErrorCodes.TaskExecutionFailed, null),
        FileNotFoundException or DirectoryNotFoundException or PathTooLongException => (AgentErrorCodes.WorkspaceError, null),
        IOException => (AgentErrorCodes.WorkspaceError, true),
        _ => (AgentErrorCodes.TaskExecutionFailed, null),
    };

    public static string Describe(Exception fault) => fault switch
    {
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        WorkerException => fault.Message,
        _ => PluginException.Describe(fault),
    };
}
