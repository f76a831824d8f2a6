using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Plugins.Integration.Conflicts;

namespace Monolith.Plugins.Integration.Resolving;

/// <summary>Asks a language model about hunks of text. What it answers is checked; what it does not answer is left to people.</summary>
internal sealed partial class ModelResolver(IAgentContext context) : IConflictResolver
{
    public async Task<IReadOnlyDictionary<string, Resolution>> ResolveAsync(IReadOnlyList<Conflict> conflicts, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, Resolution>();
        foreach (var (some, request) in ModelQuestion.Of(conflicts.Where(conflict => conflict.IsReadable)))
        {
            if (await AskAsync(request, cancellationToken) is { } answer)
            {
                Take(some, answer, resolved);
            }
        }

        return resolved;
    }

    // A fault that passes fails the attempt, which is then repeated. One that does not is no reason to give up: people can decide.
    private async Task<JsonElement?> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (await context.Models.AskAsync(request, cancellationToken)).Json;
        }
        catch (ModelException fault) when (!fault.Retryable)
        {
            context.Log.Warn($"No model has resolved the {request.Purpose}, so people have to: {fault.Message}");
            return null;
        }
    }

    private void Take(IReadOnlyList<Conflict> asked, JsonElement answer, Dictionary<string, Resolution> resolved)
    {
        // An answer that was given twice is none.
        foreach (var answers in answer.Elements("resolutions").GroupBy(entry => entry.Text("id")))
        {
            var entries = answers.ToList();
            var conflict = asked.FirstOrDefault(conflict => conflict.Id == answers.Key);
            if (conflict is null || entries.Count > 1 || entries[0].Integer("confidence") is not (>= 0 and <= 100 and var confidence)
                || entries[0].Text("text") is not { } text || MarkerOrNull().IsMatch(text))
            {
                context.Log.Warn($"A model's answer about '{answers.Key?.Cut(100)}' cannot be used");
                continue;
            }

            resolved[conflict.Id] = new Resolution(Resolution.OwnText, text)
            {
                Confidence = confidence,
                Reason = entries[0].Text("reason")?.Cut(500),
                By = ConflictRules.Model,
            };
        }
    }

    [GeneratedRegex("""^(<{7,}|>{7,}|\|{7,})( |\r?$)|\0""", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex MarkerOrNull();
}
