using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Conflicts;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Finds a resolution for every conflict, or ends the stage with what people have to decide.</summary>
/// <param name="title">One line for people: what is being integrated.</param>
/// <param name="plan">What an approval is bound to, beside the resolutions.</param>
internal sealed class Settlement(
    IAgentContext context, ConflictRules rules, DecisionBook book, string title, JsonObject plan, Func<string, IConflictResolver> resolvers)
{
    public async Task<IReadOnlyDictionary<string, Resolution>> SettleAsync(IReadOnlyList<ConflictedFile> files, CancellationToken cancellationToken)
    {
        var conflicts = files.SelectMany(file => file.Conflicts).ToList();
        var settled = new Dictionary<string, Resolution>();
        foreach (var conflict in conflicts)
        {
            if (book.Approved.TryGetValue(conflict.Id, out var approved) && approved.Fits(conflict))
            {
                settled[conflict.Id] = approved;
            }
        }

        var suggested = new Dictionary<string, Resolution>();
        var undecided = conflicts.Where(conflict => !settled.ContainsKey(conflict.Id) && book.Pending.GetValueOrDefault(conflict.Id) is null);
        foreach (var group in undecided.GroupBy(conflict => rules.For(conflict.Path)))
        {
            foreach (var (id, resolution) in await resolvers(group.Key).ResolveAsync([.. group], cancellationToken))
            {
                (resolution.Confidence >= rules.Threshold ? settled : suggested)[id] = resolution;
            }
        }

        var open = conflicts.Where(conflict => !settled.ContainsKey(conflict.Id)).ToList();
        return open.Count == 0 ? settled : throw new StageEndException(Propose(open, settled, suggested));
    }

    private AgentResult Propose(List<Conflict> open, Dictionary<string, Resolution> settled, Dictionary<string, Resolution> suggested)
    {
        var wanted = book.Pending.ToDictionary();
        book.Pending.Clear();
        foreach (var conflict in open)
        {
            var proposed = wanted.GetValueOrDefault(conflict.Id) ?? suggested.GetValueOrDefault(conflict.Id);
            if (proposed?.Fits(conflict) == false)
            {
                book.Faults.Add($"'{conflict.Id}' in '{conflict.Path}' cannot be resolved by '{proposed.How}': {Why(conflict)}.");
                proposed = null;
            }

            book.Pending[conflict.Id] = proposed;
        }

        // Not asked for a second time when the stage goes on.
        foreach (var (id, resolution) in settled.Where(entry => entry.Value.By == ConflictRules.Model))
        {
            book.Approved[id] = resolution;
        }

        book.Save();
        context.Log.Info($"{open.Count} conflicts in {open.Select(conflict => conflict.Path).Distinct().Count()} files are for people to decide");
        var line = FormattableString.Invariant($"Resolve {open.Count} conflicts: {title}");
        return AgentResult.Propose(Proposal.Of(line.Cut(200), open, book, plan, book.RelativeFile(context)));
    }

    private static string Why(Conflict conflict) => conflict.Hunk is null ? "it is a file as a whole" : "it is no UTF-8, or has no known base";
}
