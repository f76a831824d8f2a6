using System.Text.Json;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Reads what a person wants otherwise: <c>{ "resolutions": { "id": "ours", "another": { "text": "..." }, "*": "theirs" } }</c>.</summary>
internal static class Remark
{
    private const string All = "*";

    /// <returns>What is wrong with it, each mistake a sentence.</returns>
    public static IReadOnlyList<string> Apply(JsonElement? remark, Dictionary<string, Resolution?> pending)
    {
        if (remark?.Value("resolutions") is not { ValueKind: JsonValueKind.Object } told)
        {
            return ["The remark must be an object with 'resolutions': the ids of conflicts, or '*', to 'ours', 'theirs', 'both', 'base' or {\"text\": \"...\"}."];
        }

        var faults = new List<string>();
        var entries = told.EnumerateObject().OrderBy(entry => entry.Name == All ? 0 : 1).ToList();
        foreach (var entry in entries)
        {
            if (entry.Name != All && !pending.ContainsKey(entry.Name))
            {
                faults.Add($"'{entry.Name.Cut(100)}' is no conflict's id.");
            }
            else if (ResolutionJson.FromPerson(entry.Value) is not { } resolution)
            {
                faults.Add($"'{entry.Name}' must be 'ours', 'theirs', 'both', 'base' or an object with 'text'.");
            }
            else
            {
                foreach (var id in entry.Name == All ? pending.Keys.ToList() : [entry.Name])
                {
                    pending[id] = resolution;
                }
            }
        }

        return faults;
    }
}
