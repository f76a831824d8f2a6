using System.Security.Cryptography;
using System.Text;

namespace Monolith.Plugins.Deployment.Targets;

/// <summary>Says whether two folders hold the same.</summary>
internal static class FolderHash
{
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var contents = new FileInfo(file).LinkTarget is { } target ? Encoding.UTF8.GetBytes(target) : Contents(file);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, file)}\0{Mode(file)}\0"));
            hash.AppendData(SHA256.HashData(contents));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Contents(string file)
    {
        using var stream = File.OpenRead(file);
        return SHA256.HashData(stream);
    }

    private static string Mode(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0 ? "x" : "";
}
