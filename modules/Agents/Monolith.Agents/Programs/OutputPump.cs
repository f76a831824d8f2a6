using System.Text;
using Monolith.Agents.Invocation;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>Reads one stream of a program: each line into the log as it comes, the end of it all for the agent.</summary>
internal sealed class OutputPump(StreamReader reader, AgentLog? log, Action<string>? onLine = null, bool captures = true)
{
    private const int CaptureLimit = 4 * 1024 * 1024;
    private const int LongestLine = 16_384;

    private readonly OutputTail captured = new(CaptureLimit);
    private readonly StringBuilder line = new();
    private readonly int longest = Math.Max(log?.NeededOfLine ?? 0, onLine is null ? 0 : LongestLine);
    private long unseen;
    private bool afterReturn;

    public string Captured => captured.ToString();

    public async Task RunAsync(CancellationToken stop)
    {
        var buffer = new char[4096];
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer, stop)) > 0)
                Take(buffer.AsSpan(0, read));
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Somebody else still holds the pipe, or it broke: what came so far is the output.
        }

        if (line.Length > 0)
            EndLine();
    }

    private void Take(ReadOnlySpan<char> text)
    {
        if (captures)
            captured.Append(text);
        while ((log is not null || onLine is not null) && !text.IsEmpty)
        {
            if (afterReturn && text[0] == '\n')
                text = text[1..];
            afterReturn = false;

            var end = text.IndexOfAny('\r', '\n');
            Extend(end < 0 ? text : text[..end]);
            if (end < 0)
                return;
            afterReturn = text[end] == '\r';
            EndLine();
            text = text[(end + 1)..];
        }
    }

    private void Extend(ReadOnlySpan<char> part)
    {
        var room = Math.Min(longest - line.Length, part.Length);
        line.Append(part[..room]);
        unseen += part.Length - room;
    }

    private void EndLine()
    {
        var text = line.ToString();
        log?.WriteLine(AgentLogLevel.Info, text, unseen);
        Tell(text);
        line.Clear();
        unseen = 0;
    }

    private void Tell(string text)
    {
        try
        {
            onLine?.Invoke(text);
        }
        catch (Exception)
        {
            // The agent's own code; what the program says goes on all the same.
        }
    }
}
