using System.Buffers.Binary;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using Monolith.Agents.Trust;

namespace Monolith.Agents.Discovery;

/// <summary>
/// What a plugin consists of, in one number: the same files give the same hash on every machine. Its signature does not count: signing a plugin
/// leaves it the plugin that it was, and a signature cannot sign itself.
/// </summary>
internal static class ContentHash
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = 0,
    };

    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Files(folder).Where(path => path != PluginSignature.FileName).Order(StringComparer.Ordinal))
            Append(hash, path, Path.Combine(folder, path));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string path, string file)
    {
        using var content = File.OpenRead(file);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, content.Length);
        hash.AppendData(Encoding.UTF8.GetBytes(path + '\0'));
        hash.AppendData(length);

        var buffer = new byte[81920];
        int read;
        while ((read = content.Read(buffer)) > 0)
            hash.AppendData(buffer.AsSpan(0, read));
    }

    // Links to folders are not followed: they may form a ring.
    private static FileSystemEnumerable<string> Files(string folder) =>
        new(folder, Relative, Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };

    private static string Relative(ref FileSystemEntry entry) =>
        Path.GetRelativePath(entry.RootDirectory.ToString(), entry.ToFullPath()).Replace('\\', '/');
}
