using System.Net.Sockets;
using System.Security.Authentication;
using Monolith.Agents.Loading;
using Monolith.Agents.Sdk;
using Monolith.Kernel;

namespace Monolith.Agents.Invocation;

/// <summary>What an exception that an agent let go means for its stage.</summary>
internal static class AgentFault
{
    public static (string Code, bool Retryable) Classify(Exception fault) => fault switch
    {
        AggregateException { InnerExceptions: [var only] } => Classify(only),
        ModelException model when model.Code is ErrorCodes.DatabaseError || ResultBoundary.Knows(model.Code) => (model.Code, model.Retryable),
        ProgramStartException => (AgentErrorCodes.InsufficientResources, false),
        HttpRequestException { InnerException: AuthenticationException } => (AgentErrorCodes.NetworkError, false),
        HttpRequestException or SocketException or IOException { InnerException: SocketException } =>
            (AgentErrorCodes.NetworkError, true),
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } =>
            (AgentErrorCodes.TaskTimeout, true),
        // An assembly that is missing or does not fit stays so.
        IOException when PluginException.IsMissingAssembly(fault) => (AgentErrorCodes.TaskExecutionFailed, false),
        FileNotFoundException or DirectoryNotFoundException or PathTooLongException => (AgentErrorCodes.WorkspaceError, false),
        IOException => (AgentErrorCodes.WorkspaceError, true),
        _ => (AgentErrorCodes.TaskExecutionFailed, false),
    };

    public static string Describe(Exception fault) =>
        PluginException.Describe(fault is AggregateException { InnerExceptions: [var only] } ? only : fault);
}
