using System.Buffers.Binary;

namespace Monolith.Pipelines.Journal;

/// <summary>
/// Marten wants an id for every event; where it is in its run says which it is, so no random number is drawn for it, neither here nor by
/// the database, which takes longer over one than over many another column.
/// </summary>
internal static class EventId
{
    public static Guid Of(Guid run, long version)
    {
        Span<byte> bytes = stackalloc byte[16];
        run.TryWriteBytes(bytes);
        var random = bytes[8..];
        BinaryPrimitives.WriteInt64BigEndian(random, BinaryPrimitives.ReadInt64BigEndian(random) ^ version);
        return new Guid(bytes);
    }
}
