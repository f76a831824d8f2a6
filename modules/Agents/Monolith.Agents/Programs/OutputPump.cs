using System.Text;
using Monolith.Agents.Invocation;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>Reads one stream of a program: each line into the log as it comes, the end of it all for the agent.</summary>
internal sealed class OutputPump(StreamReader reader, AgentLog? log)
{
    private const int CaptureLimit = 4 * 1024 * 1024;

    private readonly OutputTail captured = new(CaptureLimit);
    private readonly StringBuilder line = new();
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
        captured.Append(text);
        while (log is not null && !text.IsEmpty)
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
        var room = Math.Min(log!.NeededOfLine - line.Length, part.Length);
        line.Append(part[..room]);
        unseen += part.Length - room;
    }

    private void EndLine()
    {
        log!.WriteLine(AgentLogLevel.Info, line.ToString(), unseen);
        line.Clear();
        unseen = 0;
    }
}
