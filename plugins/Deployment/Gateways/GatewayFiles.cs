using System.Reflection;
using System.Security.Cryptography;

namespace Monolith.Plugins.Deployment.Gateways;

/// <summary>The gateway's program. It is laid beside the target, by its contents, so that a newer plugin changes nothing under one that runs.</summary>
internal static class GatewayFiles
{
    private const string Prefix = "gateway/";
    private const string Program = "Monolith.Plugins.Deployment.Gateway.dll";

    /// <returns>The program's path.</returns>
    public static string Lay(string root)
    {
        var assembly = typeof(GatewayFiles).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var folder = Path.Combine(root, Hash(assembly, names));
        if (!Directory.Exists(folder))
        {
            var fresh = folder + ".new";
            Directory.CreateDirectory(fresh);
            names.ForEach(name => Write(assembly, name, Path.Combine(fresh, name[Prefix.Length..])));
            Directory.Move(fresh, folder);
        }

        return Path.Combine(folder, Program);
    }

    private static string Hash(Assembly assembly, List<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static void Write(Assembly assembly, string name, string file)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var target = File.Create(file);
        stream.CopyTo(target);
    }
}
