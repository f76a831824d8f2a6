namespace Monolith.Access.Contracts.Audit;

/// <summary>What a handler knows of its request's entry.</summary>
public sealed class AuditNote
{
    /// <summary>Who it turned out to be, at a page that anybody may open.</summary>
    public string? Who { get; set; }

    /// <summary>What it was done to, when neither the path nor the answer's <c>Location</c> says so.</summary>
    public string? Subject { get; set; }

    /// <summary>What else is worth keeping; no secrets.</summary>
    public Dictionary<string, string> Detail { get; } = new(StringComparer.Ordinal);
}
