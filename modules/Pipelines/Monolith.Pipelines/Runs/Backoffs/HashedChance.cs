using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Monolith.Pipelines.Runs.Backoffs;

/// <summary>
/// Chance for a function that must be pure: a hash of what it is about. Two runs draw differently, and the same decision made again,
/// by another host or after a conflict, draws the same.
/// </summary>
internal static class HashedChance
{
    /// <param name="name">What it is about: run, stage, attempt.</param>
    /// <returns>From 0 up to, and without, 1.</returns>
    public static double Of(string name) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) / (uint.MaxValue + 1.0);
}
