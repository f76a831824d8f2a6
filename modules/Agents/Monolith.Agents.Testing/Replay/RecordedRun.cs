using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monolith.Agents.Testing;

/// <summary>A run as a host recorded it: the file that <c>GET /api/v1/runs/{id}/evidence</c> gives. Its signature is not checked.</summary>
public sealed class RecordedRun
{
    private readonly JsonObject definition;

    private RecordedRun(JsonObject definition, IReadOnlyList<RecordedAttempt> attempts)
    {
        this.definition = definition;
        Attempts = attempts;
    }

    /// <summary>The pipeline's name.</summary>
    public string Pipeline => (string)definition["name"]!;

    /// <summary>Attempts of agents that ended, in the order they did; members of a matrix are left out.</summary>
    public IReadOnlyList<RecordedAttempt> Attempts { get; }

    /// <summary>Reads a bundle.</summary>
    /// <exception cref="AgentAssertionException">The file is no bundle, or holds what the kit cannot do again; the message says what.</exception>
    public static RecordedRun Load(string path) => Parse(File.ReadLines(path));

    /// <summary>Reads a bundle's lines.</summary>
    /// <exception cref="AgentAssertionException">As for <see cref="Load"/>.</exception>
    public static RecordedRun Parse(IEnumerable<string> lines)
    {
        var objects = lines.Where(line => line.Length > 0).Select(Line).ToList();
        if (objects.Find(line => Kind(line) == "definition")?["definition"] is not JsonObject definition)
            throw new AgentAssertionException("This is no evidence of a run: it has no line with a definition.");
        var story = new RunStory((string?)objects[0]["runId"] ?? "", definition);
        foreach (var happened in objects.Where(line => Kind(line) == "event"))
            story.Add((string)happened["type"]!, happened["data"]!.AsObject());
        return new(definition, story.Attempts);
    }

    private static string? Kind(JsonObject line) => (string?)line["line"];

    private static JsonObject Line(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("A line is no object.");
        }
        catch (JsonException fault)
        {
            throw new AgentAssertionException($"This is no evidence of a run: {fault.Message}");
        }
    }
}
