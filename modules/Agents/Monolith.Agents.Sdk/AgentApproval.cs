using System.Text.Json;

namespace Monolith.Agents.Sdk;

/// <summary>How a decision came out.</summary>
/// <param name="Id">The decision's id, a UUID.</param>
/// <param name="IsRevision">Whether the proposal was sent back: propose anew, with <paramref name="Remark"/> in mind.</param>
/// <param name="Option">What was chosen; null when there was nothing to choose.</param>
/// <param name="By">Who approved, or sent it back; empty when the policy did.</param>
/// <param name="Reason">Why.</param>
/// <param name="Remark">Of a revision: what is to be different, an object; null for nothing in particular.</param>
public sealed record AgentApproval(string Id, bool IsRevision, string? Option, IReadOnlyList<string> By, string Reason, JsonElement? Remark);
