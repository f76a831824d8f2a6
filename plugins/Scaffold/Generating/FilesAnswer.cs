using System.Text;
using System.Text.Json;
using Monolith.Plugins.Scaffold.Asking;
using Monolith.Plugins.Scaffold.Plans;

namespace Monolith.Plugins.Scaffold.Generating;

/// <summary>Files as a model answers with them. Only those that were asked for are taken, so nothing is written that was not planned.</summary>
internal static class FilesAnswer
{
    public const string Schema = """
        {
          "type": "object", "additionalProperties": false, "required": ["files"],
          "properties": {
            "files": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["path", "content"],
                "properties": { "path": { "type": "string" }, "content": { "type": "string" } }
              }
            }
          }
        }
        """;

    /// <param name="json">The answer.</param>
    /// <param name="asked">The paths it may hold.</param>
    /// <param name="all">Whether it has to hold all of them; else one at least.</param>
    /// <param name="faults">What is wrong with it.</param>
    public static IReadOnlyDictionary<string, byte[]> Read(JsonElement json, IReadOnlyList<string> asked, bool all, List<string> faults)
    {
        var reading = new Reading(faults);
        var given = reading.List(json, "files", PlanRules.MostFiles)
            .Select((file, at) => (Path: reading.Text(file, $"files[{at}].path", 1_000), Content: Content(file, $"files[{at}]", reading)))
            .Where(file => file.Path.Length > 0)
            .ToList();
        var paths = given.Select(file => file.Path).ToList();
        PlanRules.CheckPaths(paths, faults);
        foreach (var path in paths.Except(asked, StringComparer.Ordinal))
            reading.Fault($"'{path.Cut(200)}' was not asked for.");
        if (all && faults.Count == 0)
            faults.AddRange(asked.Except(paths, StringComparer.Ordinal).Select(path => $"'{path}' is missing."));
        if (paths.Count == 0 && faults.Count == 0)
            reading.Fault("files: it holds none.");
        return faults.Count > 0 ? new Dictionary<string, byte[]>() : given.ToDictionary(file => file.Path, file => file.Content);
    }

    private static byte[] Content(JsonElement file, string place, Reading reading)
    {
        var text = reading.Text(file, $"{place}.content", PlanRules.MostFileBytes, required: false);
        if (text.Contains('\0', StringComparison.Ordinal))
            reading.Fault($"{place}.content: it holds a null character.");
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > PlanRules.MostFileBytes)
            reading.Fault($"{place}.content: it is larger than {PlanRules.MostFileBytes / 1024} KiB.");
        return bytes;
    }
}
