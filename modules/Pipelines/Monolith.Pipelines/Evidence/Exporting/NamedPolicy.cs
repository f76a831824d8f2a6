using System.Text.Json;
using Monolith.Pipelines.Evidence.Format;

namespace Monolith.Pipelines.Evidence.Exporting;

/// <summary>The policy by which a decision was ruled, as an event names it.</summary>
internal static class NamedPolicy
{
    /// <param name="data">The event.</param>
    /// <returns>SHA-256 of the policy; null for an event that names none.</returns>
    public static string? In(JsonElement data) =>
        data.TryGetProperty("ruling", out var ruling) && ruling.ValueKind == JsonValueKind.Object && ruling.TryGetProperty("policy", out var policy)
            ? policy.GetString()
            : null;

    /// <param name="sha256">Of the text.</param>
    /// <param name="canonical">The policy as canonical JSON.</param>
    public static byte[] Line(string sha256, string canonical) => BundleWriter.Object(json =>
    {
        json.WriteString("line", EvidenceFormat.Policy);
        json.WriteString("sha256", sha256);
        json.WritePropertyName("policy");
        json.WriteRawValue(canonical, skipInputValidation: true);
    });
}
