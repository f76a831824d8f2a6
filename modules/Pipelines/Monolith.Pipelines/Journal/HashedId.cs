using System.Security.Cryptography;
using System.Text;

namespace Monolith.Pipelines.Journal;

/// <summary>Ids that follow from what they name, so that the same thing gets the same one however often it is written.</summary>
internal static class HashedId
{
    /// <param name="name">What it is about, the run's id in it.</param>
    public static Guid Of(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        // Version 8 of RFC 9562: a hash of our own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
