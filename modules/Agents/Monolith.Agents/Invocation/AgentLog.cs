using Monolith.Agents.Sdk;

namespace Monolith.Agents.Invocation;

/// <summary>A stage's log: lines split, cut at a bound, secrets masked.</summary>
internal sealed class AgentLog(SecretMask mask, Action<AgentLogLevel, string> write) : IAgentLog
{
    private const int LongestLine = 16 * 1024;

    public void Write(AgentLogLevel level, string line)
    {
        // Masked before it is split, since a secret may have several lines.
        foreach (var part in mask.Apply(line).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            write(level, part.Length > LongestLine ? part[..LongestLine] + " ... (cut)" : part);
    }
}
