using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Sdk;
using Monolith.Pipelines.Contracts.Replaying;

namespace Monolith.Agents.Registry.Shadowing;

/// <summary>Holds what an agent gave against what is recorded. Messages and logs are for people and not compared; metrics that measure time differ by themselves.</summary>
internal static partial class ShadowComparison
{
    private const int Longest = 500;

    /// <param name="recorded">What the journal says.</param>
    /// <param name="now">What came now.</param>
    public static IReadOnlyList<ShadowDifference> Of(RecordedOutcome recorded, AgentResult now)
    {
        var (before, after) = (Outcome(recorded), Outcome(now));
        if (before != after)
            return [new ShadowDifference("outcome", before, after)];
        return
        [
            .. Text("proposal", recorded.Proposal, ProposalOf(now)),
            .. Text("questions", Joined(recorded.Questions), Joined(now.Questions.Select(question => question.Id))),
            .. recorded.TellsOutputs && now.Error is null ? Outputs(recorded.Outputs, JsonSerializer.SerializeToElement(now.Outputs)) : [],
            .. recorded.Metrics is { } metrics ? Metrics(metrics, now.Metrics) : [],
        ];
    }

    private static string Outcome(RecordedOutcome outcome) => outcome switch
    {
        { Code: { } code } => code,
        { Proposal: not null } => "proposal",
        { Questions.Count: > 0 } => "questions",
        _ => "success",
    };

    private static string Outcome(AgentResult result) => result switch
    {
        { Error: { } error } => error.Code,
        { Proposal: not null } => "proposal",
        { Questions.Count: > 0 } => "questions",
        _ => "success",
    };

    private static string? ProposalOf(AgentResult result) => result.Proposal is { } proposal ? $"{proposal.Category}: {proposal.Title}" : null;

    private static string? Joined(IEnumerable<string> ids) => string.Join(", ", ids.Order(StringComparer.Ordinal)) is { Length: > 0 } all ? all : null;

    private static IEnumerable<ShadowDifference> Text(string field, string? recorded, string? now) =>
        recorded == now ? [] : [new ShadowDifference(field, Cut(recorded), Cut(now))];

    private static IEnumerable<ShadowDifference> Outputs(JsonElement? recorded, JsonElement now)
    {
        var before = Members(recorded);
        var after = Members(now);
        return from name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
               let one = before.TryGetValue(name, out var value) ? value : (JsonElement?)null
               let other = after.TryGetValue(name, out var value) ? value : (JsonElement?)null
               where one is null || other is null || !JsonElement.DeepEquals(one.Value, other.Value)
               select new ShadowDifference($"outputs.{name}", Cut(one?.GetRawText()), Cut(other?.GetRawText()));
    }

    private static Dictionary<string, JsonElement> Members(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject().ToDictionary(member => member.Name, member => member.Value) : [];

    private static IEnumerable<ShadowDifference> Metrics(IReadOnlyDictionary<string, double> recorded, IReadOnlyDictionary<string, double> now) =>
        from name in recorded.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
        where !Duration().IsMatch(name)
        let one = recorded.TryGetValue(name, out var value) ? value : (double?)null
        let other = now.TryGetValue(name, out var value) ? value : (double?)null
        where one is null || other is null || !one.Value.Equals(other.Value)
        select new ShadowDifference($"metrics.{name}", JsonSerializer.Serialize(one), JsonSerializer.Serialize(other));

    private static string? Cut(string? text) => text is { Length: > Longest } ? text[..Longest] : text;

    [GeneratedRegex(@"(?:_ms|_seconds|\bms|\bseconds|duration(?:_\w+)?|elapsed)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
