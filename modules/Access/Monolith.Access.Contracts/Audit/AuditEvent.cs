namespace Monolith.Access.Contracts.Audit;

/// <summary>What happened. Each text is cut to 512 characters.</summary>
/// <param name="Action">What was done, such as <c>run.start</c>.</param>
public sealed record AuditEvent(string Action)
{
    /// <summary>Who did it; the origin's user, or the host itself, when null.</summary>
    public string? Who { get; init; }

    /// <summary>How they proved who they are: Key, Token, Cookie, or Anonymous.</summary>
    public string? How { get; init; }

    /// <summary>The address it came from.</summary>
    public string? From { get; init; }

    /// <summary>What it was done to: an id or a name.</summary>
    public string? Subject { get; init; }

    /// <summary>How it went: a status code, or a word.</summary>
    public string? Result { get; init; }

    /// <summary>Method and path of a request, without the query.</summary>
    public string? Request { get; init; }

    /// <summary>What else is worth keeping.</summary>
    public IReadOnlyDictionary<string, string>? Detail { get; init; }
}
