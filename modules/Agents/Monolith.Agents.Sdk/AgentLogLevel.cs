namespace Monolith.Agents.Sdk;

/// <summary>How important a line of a stage's log is.</summary>
public enum AgentLogLevel
{
    /// <summary>For the agent's author.</summary>
    Debug,

    /// <summary>What happens.</summary>
    Info,

    /// <summary>Something a person may want to look at.</summary>
    Warning,

    /// <summary>Why the stage fails.</summary>
    Error,
}
