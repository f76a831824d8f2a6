using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Monolith.Agents.Workers.Protocol;

/// <summary>Writes messages, each whole and on a line of its own, from any thread.</summary>
/// <param name="stream">Where to.</param>
/// <param name="waits">Whether a message is written before the call returns; otherwise one thread of the pool writes what has gathered, and nobody waits for the peer.</param>
/// <param name="mostPending">Bytes that the peer may leave unread before it counts as gone.</param>
internal sealed class LineWriter(Stream stream, bool waits, int mostPending = 2 * Wire.LongestHostLine)
{
    private static readonly JsonWriterOptions Options = new() { MaxDepth = Wire.Deepest, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock changing = new();
    private readonly ArrayBufferWriter<byte> line = new();
    private ArrayBufferWriter<byte> gathered = new();
    private ArrayBufferWriter<byte> sending = new();
    private bool isSending;
    private bool isBroken;

    /// <summary>Writes an object. A peer that is gone is not told; whoever reads from it hears of that.</summary>
    /// <exception cref="InvalidOperationException">It is deeper than the protocol allows.</exception>
    /// <exception cref="WireException">It is longer than the protocol allows.</exception>
    public void Send<T>(string type, T message, Action<Utf8JsonWriter, T> members)
    {
        lock (changing)
        {
            if (isBroken)
                return;
            Render(type, message, members);
            if (waits)
                Write(line.WrittenSpan);
            else
                Gather();
        }
    }

    private void Render<T>(string type, T message, Action<Utf8JsonWriter, T> members)
    {
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, type);
            members(json, message);
            json.WriteEndObject();
        }

        if (line.WrittenCount > (waits ? Wire.LongestLine : Wire.LongestHostLine))
            throw new WireException($"The message is longer than {Wire.LongestLine} bytes. Use files.");
        line.Write("\n"u8);
    }

    private void Gather()
    {
        isBroken |= gathered.WrittenCount + line.WrittenCount > mostPending;
        gathered.Write(line.WrittenSpan);
        if (isSending || isBroken)
            return;
        isSending = true;
        ThreadPool.UnsafeQueueUserWorkItem(static self => self.WriteGathered(), this, preferLocal: false);
    }

    private void WriteGathered()
    {
        while (true)
        {
            lock (changing)
            {
                isSending = gathered.WrittenCount > 0 && !isBroken;
                if (!isSending)
                    return;
                (gathered, sending) = (sending, gathered);
            }

            Write(sending.WrittenSpan);
            sending.ResetWrittenCount();
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
            stream.Flush();
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            isBroken = true;
        }
    }
}
