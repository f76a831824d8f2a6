using Microsoft.Extensions.Logging;
using Monolith.Agents.Masking;

namespace Monolith.Agents.Workers.Life;

/// <summary>
/// What a worker writes past its calls goes to the host's log. It may hold a secret of any call that the worker had, so all of them are masked.
/// </summary>
internal sealed class WorkerOutput(string plugin, TimeProvider time, ILogger logger)
{
    private const int MostLinesASecond = 200;

    private readonly Lock changing = new();
    private readonly Dictionary<string, string> secrets = new(StringComparer.Ordinal);
    private SecretMask mask = SecretMask.None;
    private long second;
    private int lines;

    /// <summary>The last line with something in it; empty when there was none.</summary>
    public string Last { get; private set; } = "";

    /// <summary>What the runtime says it ended for; empty for nothing in particular.</summary>
    public string Cause { get; private set; } = "";

    public void Hide(IReadOnlyDictionary<string, string> values)
    {
        if (values.Count == 0)
            return;
        lock (changing)
        {
            if (values.Values.Where(value => secrets.TryAdd(value, value)).ToList().Count > 0)
                mask = SecretMask.For(secrets);
        }
    }

    public string Masked(string text)
    {
        lock (changing)
            return mask.Apply(text);
    }

    public void Take(string line)
    {
        lock (changing)
        {
            var text = mask.Apply(line);
            if (!string.IsNullOrWhiteSpace(text))
                Last = text;
            if (text.StartsWith("Stack overflow", StringComparison.Ordinal))
                Cause = "stack overflow";
            else if (text.StartsWith("Out of memory", StringComparison.Ordinal) || text.Contains("OutOfMemoryException", StringComparison.Ordinal))
                Cause = "out of memory";
            if (IsRoom())
                logger.LogInformation("Worker of plugin {Plugin}: {Line}", plugin, text);
        }
    }

    private bool IsRoom()
    {
        var now = time.GetTimestamp() / time.TimestampFrequency;
        if (now != second)
            (second, lines) = (now, 0);
        return ++lines <= MostLinesASecond;
    }
}
