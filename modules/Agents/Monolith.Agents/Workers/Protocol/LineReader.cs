namespace Monolith.Agents.Workers.Protocol;

/// <summary>
/// Cuts a stream into lines. It reads on a thread of its own and so hears the peer also when a plugin blocks every thread of the pool.
/// </summary>
internal sealed class LineReader(Stream stream, int longest)
{
    private const int Usual = 16 * 1024;

    private byte[] buffer = new byte[Usual];
    private int start;
    private int end;

    /// <returns>Without its end, and valid until the next call; null when the peer has closed.</returns>
    /// <exception cref="WireException">The line is too long.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        var scanned = 0;
        while (true)
        {
            var found = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(scanned + found);
            scanned = end - start;
            if (scanned > longest)
                throw new WireException($"sent a line of more than {longest} bytes");
            if (!Fill())
                return null;
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = buffer.AsMemory(start, length);
        start += length + 1;
        return line;
    }

    private bool Fill()
    {
        MakeRoom();
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        if (start == end)
        {
            (start, end) = (0, 0);
            if (buffer.Length > 64 * Usual)
                buffer = new byte[Usual];
        }

        if (end < buffer.Length)
            return;
        var target = start > buffer.Length / 2 ? buffer : new byte[buffer.Length * 2];
        buffer.AsSpan(start, end - start).CopyTo(target);
        (buffer, start, end) = (target, 0, end - start);
    }
}
