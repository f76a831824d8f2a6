using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Access.Contracts.Audit;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Verifying;

/// <summary>Everything before the signature, held against itself line by line: hashes, chain, order, and artifacts against events.</summary>
internal sealed partial class BundleBody
{
    private readonly HashSet<ExportedArtifact> named = [];
    private readonly HashSet<string> policies = [];

    public List<BundleLine> Lines { get; } = [];

    /// <summary>Each begins with its line.</summary>
    public List<string> Faults { get; } = [];

    public List<ExportedArtifact> Artifacts { get; } = [];

    public BundleHeader? Header { get; private set; }

    /// <summary>The hash of the last event; that of the definition before the first.</summary>
    public string LastHash { get; private set; } = "";

    private long Events { get; set; }

    public void Add(byte[] bytes)
    {
        var number = Lines.Count + 1;
        var label = "unreadable";
        string? fault;
        try
        {
            using var document = JsonDocument.Parse(bytes, EvidenceFormat.Deep);
            label = LabelOf(document.RootElement);
            fault = number == 1 ? First(document.RootElement) : Next(document.RootElement, bytes, number);
        }
        catch (Exception malformed) when (Malformed.Is(malformed))
        {
            fault = "it is not JSON as a bundle has it";
        }

        Lines.Add(new BundleLine(number, label, Sha256.Of(bytes)));
        if (fault is not null)
            Faults.Add($"{BundleLine.Name(number, label)}: {fault}.");
    }

    private string? First(JsonElement line) => (Header = BundleHeader.Read(line)) is null ? "it is not the header of a bundle" : null;

    private string? Next(JsonElement line, byte[] bytes, int number) => line.GetProperty("line").GetString() switch
    {
        EvidenceFormat.Definition => number == 2 ? Definition(line) : "the definition is line 2",
        EvidenceFormat.Event => Event(line, bytes),
        EvidenceFormat.Artifact => Artifact(line),
        EvidenceFormat.Policy => Policy(line),
        _ => "no line of this kind belongs here",
    };

    private string? Definition(JsonElement line)
    {
        var hash = Sha256.Of(line.GetProperty("definition").GetRawText());
        var said = line.GetProperty("sha256").GetString();
        LastHash = hash;
        if (hash != said)
            return $"the definition's SHA-256 is {hash}, the line says {Shown(said)}";
        return Header is { } header && header.DefinitionSha256 != hash ? $"the definition's SHA-256 is {hash}, the header says {Shown(header.DefinitionSha256)}" : null;
    }

    private string? Event(JsonElement line, byte[] bytes)
    {
        var (before, expected) = (LastHash, ++Events);
        var version = line.GetProperty("version").GetInt64();
        var said = line.GetProperty("hash").GetString();
        var hash = HashedLine.Recompute(bytes);
        LastHash = said ?? "";
        Events = version;
        foreach (var artifact in ExportedArtifact.In(version, line.GetProperty("data")))
            named.Add(artifact);
        if (NamedPolicy.In(line.GetProperty("data")) is { } policy)
            policies.Add(policy);
        if (hash != said)
            return $"its hash is {hash ?? "not at its end"}, the line says {Shown(said)}";
        if (version != expected)
            return $"event {expected} should come here";
        var previous = line.GetProperty("previous").GetString();
        return previous == before ? null : $"it follows {Shown(previous)}, the line before it has {Shown(before)}";
    }

    private string? Artifact(JsonElement line)
    {
        var artifact = ExportedArtifact.Read(line.GetProperty("event").GetInt64(), line);
        Artifacts.Add(artifact);
        return named.Contains(artifact) ? null : "no event of the bundle names this artifact so";
    }

    private string? Policy(JsonElement line)
    {
        var hash = Sha256.Of(line.GetProperty("policy").GetRawText());
        var said = line.GetProperty("sha256").GetString();
        if (hash != said)
            return $"the policy's SHA-256 is {hash}, the line says {Shown(said)}";
        return policies.Remove(hash) ? null : "no event of the bundle was ruled by this policy";
    }

    private static string LabelOf(JsonElement line) => line.GetProperty("line").GetString() switch
    {
        EvidenceFormat.Header => "header",
        EvidenceFormat.Definition => "definition",
        EvidenceFormat.Event => $"event {Shown(line.GetProperty("version").GetRawText())} {Shown(line.GetProperty("type").GetString())}",
        EvidenceFormat.Policy => $"policy {Shown(line.GetProperty("sha256").GetString())}",
        EvidenceFormat.Artifact => $"artifact {Shown(line.GetProperty("name").GetString())}",
        _ => "unknown",
    };

    /// <summary>What a stranger wrote goes to somebody's terminal.</summary>
    public static string Shown(string? text) =>
        text is null ? "nothing" : Unprintable().Replace(text.Length > 100 ? text[..100] : text, "?");

    [GeneratedRegex(@"[^\x20-\x7E]")]
    private static partial Regex Unprintable();
}
