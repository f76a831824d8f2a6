namespace Monolith.Agents.Sdk;

/// <summary>A stage's log. Lines are kept in order and shown live; secrets of the stage are masked.</summary>
public interface IAgentLog
{
    /// <param name="level">How important it is.</param>
    /// <param name="line">One line; may hold ANSI colours. A line break starts another line.</param>
    void Write(AgentLogLevel level, string line);

    /// <summary>Writes a line at <see cref="AgentLogLevel.Info"/>.</summary>
    void Info(string line) => Write(AgentLogLevel.Info, line);

    /// <summary>Writes a line at <see cref="AgentLogLevel.Warning"/>.</summary>
    void Warn(string line) => Write(AgentLogLevel.Warning, line);

    /// <summary>Writes a line at <see cref="AgentLogLevel.Error"/>.</summary>
    void Error(string line) => Write(AgentLogLevel.Error, line);
}
