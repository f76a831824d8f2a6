namespace Monolith.Plugins.Integration.Repositories;

/// <summary>Ends the stage from deep inside: with a failure, or with something to be decided first.</summary>
internal sealed class StageEndException(AgentResult result) : Exception(result.Error?.Message)
{
    public AgentResult Result => result;

    public static StageEndException Validation(string message) => new(Failed.Validation(message));

    public static StageEndException Execution(string message) => new(Failed.Execution(message));

    public static StageEndException Workspace(string message) => new(Failed.Workspace(message));
}
