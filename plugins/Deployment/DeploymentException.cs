namespace Monolith.Plugins.Deployment;

/// <summary>Ends an action with a failure that people can expect.</summary>
internal sealed class DeploymentException(AgentResult failure) : Exception(failure.Error!.Message)
{
    public AgentResult Failure => failure;
}
