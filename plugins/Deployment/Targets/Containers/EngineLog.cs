using System.Buffers.Binary;
using System.Text;

namespace Monolith.Plugins.Deployment.Targets.Containers;

/// <summary>Reads a container's log: frames of the stream's number, three zeros, the length in four bytes, and that many bytes.</summary>
internal static class EngineLog
{
    private const int Header = 8;

    public static string Text(ReadOnlySpan<byte> log)
    {
        var text = new StringBuilder();
        while (log.Length >= Header)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(log[4..]), log.Length - Header);
            text.Append(Encoding.UTF8.GetString(log.Slice(Header, length)));
            log = log[(Header + length)..];
        }

        return text.ToString().TrimEnd();
    }
}
