using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;

namespace Monolith.Agents.Discovery;

/// <summary>A folder with one plugin in it.</summary>
internal sealed record PluginFolder(string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The assembly named as the folder; else the one that <c>*.deps.json</c> names; else the only one.</summary>
    /// <exception cref="BrokenPluginException">There is none, or it is not clear which.</exception>
    public string MainAssembly()
    {
        var named = System.IO.Path.Combine(Path, Name + ".dll");
        if (File.Exists(named))
            return named;
        if (Directory.GetFiles(Path, "*.deps.json") is [var deps] && deps[..^".deps.json".Length] + ".dll" is var listed && File.Exists(listed))
            return listed;
        return Directory.GetFiles(Path, "*.dll") is [var only]
            ? only
            : throw new BrokenPluginException($"It is not clear which assembly is the plugin: name it {Name}.dll, as the folder.");
    }

    /// <summary>SHA-256 over the names and contents of all files, lower-case hex.</summary>
    public string ContentHash()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes(System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/') + "\n"));
            using var content = File.OpenRead(file);
            all.AppendData(SHA256.HashData(content));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>The version of an assembly that the main assembly was compiled against, read without loading it.</summary>
    /// <returns>Null when it does not refer to it.</returns>
    /// <exception cref="BrokenPluginException">The file is not a .NET assembly.</exception>
    public static Version? ReferencedVersion(string assembly, string reference)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(assembly));
            if (!file.HasMetadata)
                throw new BrokenPluginException($"{System.IO.Path.GetFileName(assembly)} is not a .NET assembly.");
            var metadata = file.GetMetadataReader();
            return metadata.AssemblyReferences
                .Select(metadata.GetAssemblyReference)
                .Where(found => metadata.GetString(found.Name) == reference)
                .Select(found => found.Version)
                .FirstOrDefault();
        }
        catch (BadImageFormatException)
        {
            throw new BrokenPluginException($"{System.IO.Path.GetFileName(assembly)} is not a .NET assembly.");
        }
    }
}
