using System.Text;
using System.Text.Json.Nodes;

namespace Monolith.Plugins.Scaffold.Materials;

/// <summary>Files as a model is shown them: all paths, and the text of as many as there is room for.</summary>
internal static class Shown
{
    private const int MostPaths = 1_000;
    private const int MostText = 20_000;

    public static JsonArray Files(IEnumerable<(string Path, Func<byte[]> Read)> files, int room)
    {
        var shown = new JsonArray();
        foreach (var (path, read) in files.Take(MostPaths))
        {
            var text = room > 0 ? Text(read()) : null;
            if (text?.Length > Math.Min(room, MostText))
                text = null;
            room -= text?.Length ?? 0;
            shown.Add((JsonNode)new JsonObject { ["path"] = path, ["content"] = text });
        }

        return shown;
    }

    private static string? Text(byte[] content) => content.AsSpan().Contains((byte)0) ? null : Encoding.UTF8.GetString(content);
}
