using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>The lines of a file, one at a time.</summary>
internal static class BundleReader
{
    /// <summary>The signed statement is the longest line: some 70 bytes for each line before it.</summary>
    public const int LongestLine = 256 * 1024 * 1024;

    /// <returns>Each line's bytes without the line feed, and whether there was one.</returns>
    /// <exception cref="InvalidDataException">A line is too long for a bundle.</exception>
    public static async IAsyncEnumerable<(byte[] Bytes, bool IsEnded)> LinesAsync(
        Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(leaveOpen: true));
        var seen = 0L;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.Slice(Math.Min(seen, rest.Length)).PositionOf((byte)'\n') is { } end)
            {
                yield return (rest.Slice(0, end).ToArray(), true);
                rest = rest.Slice(rest.GetPosition(1, end));
                seen = 0;
            }

            if (rest.Length > LongestLine)
                throw new InvalidDataException($"It has a line of more than {LongestLine / 1024 / 1024} MiB.");
            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                    yield return (rest.ToArray(), false);
                yield break;
            }

            seen = rest.Length;
            reader.AdvanceTo(rest.Start, rest.End);
        }
    }
}
