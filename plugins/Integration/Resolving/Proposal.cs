using System.Text;
using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Conflicts;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>What people are asked about conflicts.</summary>
internal static class Proposal
{
    public const string AsProposed = "as proposed";

    private const string Category = "technical_refactor";
    private const int MostPart = 2_000;
    private const int MostEvidence = 100_000;

    public static AgentDecision Of(string title, IReadOnlyList<Conflict> open, DecisionBook book, JsonObject plan, string bookFile)
    {
        plan["resolutions"] = new JsonObject(book.Pending.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Short(entry.Value))));
        return new AgentDecision(Category, title)
        {
            Description = Description(open, book),
            Options = Options(open, book),
            Evidence = Evidence(open, book),
            Plan = plan,
            Files = [bookFile],
        };
    }

    private static List<string> Options(IReadOnlyList<Conflict> open, DecisionBook book)
    {
        var options = new List<string>();
        if (book.Pending.Values.All(proposed => proposed is not null))
        {
            options.Add(AsProposed);
        }

        options.AddRange(Resolution.Ours, Resolution.Theirs);
        if (open.All(conflict => conflict.Hunk is not null))
        {
            options.Add(Resolution.Both);
        }

        return options;
    }

    private static string Description(IReadOnlyList<Conflict> open, DecisionBook book)
    {
        var text = new StringBuilder();
        foreach (var fault in book.Faults)
        {
            text.Append("**").Append(fault).AppendLine("**");
        }

        text.AppendLine("`ours` is the target's side, `theirs` the source's. An option holds for all of them. To resolve each in its own way, send the decision "
            + "back with the remark `{\"resolutions\": {\"ID\": \"ours\", \"OTHER-ID\": {\"text\": \"...\"}}}`; it is then proposed anew like that.");
        foreach (var file in open.GroupBy(conflict => conflict.Path))
        {
            text.AppendLine(FormattableString.Invariant($"- `{file.Key}`: {file.Count()} ({string.Join(", ", file.Take(10).Select(conflict => conflict.Id))})"));
        }

        return text.ToString().Cut(6_000);
    }

    private static JsonObject Evidence(IReadOnlyList<Conflict> open, DecisionBook book)
    {
        var (conflicts, length) = (new JsonArray(), 0);
        foreach (var conflict in open)
        {
            var entry = Entry(conflict, book.Pending.GetValueOrDefault(conflict.Id));
            length += entry.ToJsonString().Length;
            if (length > MostEvidence)
            {
                break;
            }

            conflicts.Add((JsonNode)entry);
        }

        return new JsonObject { ["conflicts"] = conflicts, ["count"] = open.Count };
    }

    private static JsonObject Entry(Conflict conflict, Resolution? proposed) => new()
    {
        ["id"] = conflict.Id,
        ["path"] = conflict.Path,
        ["kind"] = conflict.Kind.ToString().ToLowerInvariant(),
        ["ours"] = conflict.Hunk is { } hunk ? Text(hunk.Ours) : null,
        ["base"] = conflict.Hunk?.Base is { } common ? Text(common) : null,
        ["theirs"] = conflict.Hunk is { } other ? Text(other.Theirs) : null,
        ["proposed"] = proposed is null ? null : ResolutionJson.Write(proposed),
    };

    private static string? Short(Resolution? proposed) => proposed is null ? null : proposed.Text is { } text ? $"text: {text.Cut(MostPart)}" : proposed.How;

    private static string Text(ReadOnlyMemory<byte> part) => Encoding.UTF8.GetString(part.Span).Cut(MostPart);
}
