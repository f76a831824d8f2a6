using Microsoft.Extensions.Logging;
using Monolith.Agents.Loading;
using Monolith.Agents.Masking;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Invocation;

/// <summary>Splits, masks and cuts what an agent and its programs write, until the call is over.</summary>
internal sealed class AgentLog(Action<AgentLogLevel, string> sink, SecretMask mask, ILogger logger) : IAgentLog
{
    /// <summary>The longest line, in characters.</summary>
    public const int LineLimit = 16 * 1024;

    private volatile bool closed;

    /// <summary>How much of a line must be handed over so that no secret across the cut is missed.</summary>
    public int NeededOfLine => LineLimit + mask.LongestForm;

    public string Masked(string text) => mask.Apply(text);

    public void Write(AgentLogLevel level, string line)
    {
        var text = (line ?? "").AsSpan();
        if (text.EndsWith('\n'))
            text = text[..^1];
        if (text.EndsWith('\r'))
            text = text[..^1];
        foreach (var part in text.EnumerateLines())
            WriteLine(level, part, unseen: 0);
    }

    /// <param name="level">How important it is.</param>
    /// <param name="line">Holds no line break.</param>
    /// <param name="unseen">How many more characters the line had, beyond <see cref="NeededOfLine"/>.</param>
    public void WriteLine(AgentLogLevel level, ReadOnlySpan<char> line, long unseen)
    {
        if (closed)
            return;

        var text = mask.Apply(line[..Math.Min(line.Length, NeededOfLine)], LineLimit, out var kept);
        var cut = line.Length - kept + unseen;
        Send(Enum.IsDefined(level) ? level : AgentLogLevel.Info, cut == 0 ? text : $"{text} … ({cut} more characters)");
    }

    /// <summary>Whatever is written from now on is dropped: the stage's log is complete.</summary>
    public void Close() => closed = true;

    private void Send(AgentLogLevel level, string line)
    {
        try
        {
            sink(level, line);
        }
        catch (Exception fault)
        {
            // A program whose output nobody reads would stand still for ever, so the stage goes on without its log.
            closed = true;
            logger.LogError("A stage's log cannot be written: {Fault}", PluginException.Describe(fault));
        }
    }
}
