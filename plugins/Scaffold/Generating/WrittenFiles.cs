using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Scaffold.Generating;

/// <summary>
/// What the stage has written, or was about to when its host died, by hash. A later execution of it may replace those files as long as nobody
/// has changed them.
/// </summary>
internal sealed class WrittenFiles
{
    private readonly string file;
    private readonly string target;
    private readonly JsonObject hashes;

    private WrittenFiles(string file, string target, JsonObject hashes) => (this.file, this.target, this.hashes) = (file, target, hashes);

    public IReadOnlyList<string> Paths => [.. hashes.Select(entry => entry.Key)];

    public static WrittenFiles Open(IAgentContext context, string target)
    {
        var file = Path.Combine(PrivateFolder.Keep(context, "scaffold"), "written.json");
        var kept = File.Exists(file) ? Parse(File.ReadAllText(file)) : null;
        var hashes = (string?)kept?["target"] == target && kept["files"] is JsonObject files ? files : [];
        return new WrittenFiles(file, target, hashes.DeepClone().AsObject());
    }

    public bool Owns(string path)
    {
        if (hashes[path] is not JsonArray known)
            return false;
        var hash = Hash(File.ReadAllBytes(Path.Combine(target, path)));
        return known.Any(entry => (string?)entry == hash);
    }

    /// <summary>Kept before the files are laid.</summary>
    public void Add(IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (path, content) in files)
        {
            if (hashes[path] is not JsonArray known)
                hashes[path] = known = [];
            known.Add((JsonNode)Hash(content));
        }

        OwnFile.Write(file, new JsonObject { ["target"] = target, ["files"] = hashes.DeepClone() }.ToJsonString());
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
