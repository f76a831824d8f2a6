namespace Monolith.Mcp.Tools;

/// <summary>The end of a text, of which no more than that is ever held.</summary>
internal static class LastLines
{
    public static async Task<string> ReadAsync(Stream text, int count, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(text);
        var last = new Queue<string>(count);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (last.Count == count)
                last.Dequeue();
            last.Enqueue(line);
        }

        return string.Join('\n', last);
    }
}
