using System.Reflection;
using System.Security.Cryptography;

namespace Monolith.Dashboard.Serving;

/// <summary>Everything that pages load, as it was built in.</summary>
internal sealed class AssetLibrary
{
    /// <summary>All styles in one: nothing is painted before the last of them is there.</summary>
    public const string Style = "style.css";

    private readonly SortedDictionary<string, Asset> assets = new(StringComparer.Ordinal);

    public AssetLibrary()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var asset = new Asset(name.Replace('\\', '/'), Read(assembly, name));
            assets.Add(asset.Name, asset);
            all.AppendData(asset.Plain.Span);
        }

        JoinStyles();
        Imports = new ScriptImports(Find);
        Version = Convert.ToHexStringLower(all.GetHashAndReset())[..12];
    }

    /// <summary>Of all of them together: a part of their addresses, so that browsers may keep them and never mix two versions.</summary>
    public string Version { get; }

    public IEnumerable<string> Names => assets.Keys;

    public ScriptImports Imports { get; }

    public Asset? Find(string name) => assets.GetValueOrDefault(name);

    private void JoinStyles()
    {
        var styles = assets.Values.Where(asset => asset.Name.EndsWith(".css", StringComparison.Ordinal)).ToList();
        foreach (var style in styles)
            assets.Remove(style.Name);
        assets.Add(Style, new Asset(Style, [.. styles.SelectMany(style => style.Plain.ToArray())]));
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
