using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Monolith.Pipelines.Decisions.Subjects;

/// <summary>One hash over all that an approver sees.</summary>
internal static class SubjectHash
{
    /// <param name="artifacts">In any order.</param>
    /// <param name="plan">What is about to be done, JSON values.</param>
    /// <param name="budget">Dollars; null for none.</param>
    public static DecisionSubject Of(IEnumerable<SubjectArtifact> artifacts, IEnumerable<string> plan, double? budget)
    {
        SubjectArtifact[] sorted = [.. Sorted(artifacts)];
        return Of(sorted, Sha256(plan), budget);
    }

    /// <summary>Of what an agent proposes: its call, and the plan that it made.</summary>
    public static DecisionSubject Proposed(IEnumerable<SubjectArtifact> artifacts, IEnumerable<string> call, string plan, double? budget)
    {
        var called = Sha256(call);
        return Of(artifacts, [called, plan], budget) with { Call = called };
    }

    /// <summary>The agent's plan and budget as before, with artifacts and call as they are now.</summary>
    public static DecisionSubject Again(DecisionSubject before, IEnumerable<SubjectArtifact> artifacts, IEnumerable<string> call)
    {
        var called = Sha256(call);
        var planned = before.Call is null || before.Call == called ? before.Plan : Sha256([before.Plan, called]);
        return Of([.. Sorted(artifacts)], planned, before.Budget) with { Call = before.Call is null ? null : called };
    }

    private static DecisionSubject Of(SubjectArtifact[] sorted, string planned, double? budget)
    {
        var all = sorted.SelectMany(artifact => new[] { artifact.Name, artifact.Sha256 })
            .Append(planned)
            .Append(budget?.ToString("R", CultureInfo.InvariantCulture) ?? "none");
        return new DecisionSubject(Sha256(all), sorted, planned, budget);
    }

    /// <returns>What is different, for people; null when nothing is.</returns>
    public static string? Difference(DecisionSubject approved, DecisionSubject now)
    {
        if (approved.Sha256 == now.Sha256)
            return null;
        List<string> parts =
        [
            .. now.Artifacts.Except(approved.Artifacts).Select(artifact => $"artifact '{artifact.Name}' is {artifact.Sha256}"),
            .. approved.Artifacts.Where(seen => now.Artifacts.All(artifact => artifact.Name != seen.Name)).Select(seen => $"artifact '{seen.Name}' is gone"),
        ];
        if (approved.Plan != now.Plan)
            parts.Add("the plan is another");
        if (approved.Budget != now.Budget)
            parts.Add("the budget is another");
        return $"What was approved has changed: {string.Join(", ", parts)}.";
    }

    private static IEnumerable<SubjectArtifact> Sorted(IEnumerable<SubjectArtifact> artifacts) =>
        artifacts.OrderBy(artifact => artifact.Name, StringComparer.Ordinal).ThenBy(artifact => artifact.Sha256, StringComparer.Ordinal);

    // Each with its length before it, so that no two lists read alike.
    private static string Sha256(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>JSON with its properties in order, so that the same value is the same text however it was written.</summary>
    public static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{JsonSerializer.Serialize(p.Name)}:{Canonical(p.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Undefined => "null",
        _ => value.GetRawText(),
    };
}
