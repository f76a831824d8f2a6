using System.Text;

namespace Monolith.Integration.Tests.Traces;

/// <summary>A message of Protocol Buffers, read as it lies on the wire: numbered fields, each a number or bytes.</summary>
internal sealed class WireMessage
{
    private readonly List<(int Field, ReadOnlyMemory<byte> Bytes)> fields = [];

    public WireMessage(ReadOnlyMemory<byte> wire)
    {
        while (!wire.IsEmpty)
        {
            var tag = Number(ref wire);
            var size = (tag & 7) switch
            {
                0 => SizeOfNumber(wire.Span),
                1 => 8,
                2 => (int)Number(ref wire),
                5 => 4,
                var other => throw new InvalidDataException($"Wire type {other}."),
            };
            fields.Add(((int)(tag >> 3), wire[..size]));
            wire = wire[size..];
        }
    }

    public IEnumerable<WireMessage> Messages(int field) => All(field).Select(bytes => new WireMessage(bytes));

    public string Text(int field) => Encoding.UTF8.GetString(First(field).Span);

    public string Hex(int field) => Convert.ToHexStringLower(First(field).Span);

    public long Int(int field)
    {
        var bytes = First(field);
        return bytes.IsEmpty ? 0 : (long)Number(ref bytes);
    }

    public bool Has(int field) => fields.Any(entry => entry.Field == field);

    private IEnumerable<ReadOnlyMemory<byte>> All(int field) => fields.Where(entry => entry.Field == field).Select(entry => entry.Bytes);

    private ReadOnlyMemory<byte> First(int field) => All(field).FirstOrDefault();

    private static ulong Number(ref ReadOnlyMemory<byte> wire)
    {
        var size = SizeOfNumber(wire.Span);
        ulong number = 0;
        for (var i = 0; i < size; i++)
            number |= (ulong)(wire.Span[i] & 0x7F) << (7 * i);
        wire = wire[size..];
        return number;
    }

    private static int SizeOfNumber(ReadOnlySpan<byte> wire)
    {
        var size = 1;
        while (wire[size - 1] >= 0x80)
            size++;
        return size;
    }
}
