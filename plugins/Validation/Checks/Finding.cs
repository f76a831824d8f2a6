namespace Monolith.Plugins.Validation.Checks;

/// <summary>One thing that a tool found: a failed test, an advisory, a deviation from the style, a break of the API.</summary>
/// <param name="Rule">The tool's own name for it, such as <c>CS0168</c> or <c>no-unused-vars</c>.</param>
internal sealed record Finding(string Rule, FindingLevel Level, string Message)
{
    /// <summary>Relative to the repository, with forward slashes; null where it lies in no file.</summary>
    public string? File { get; init; }

    /// <summary>Counted from 1; null where it is of the whole file.</summary>
    public int? Line { get; init; }

    public string? Url { get; init; }

    /// <summary>What mends it, where that is known.</summary>
    public string? Advice { get; init; }
}

internal enum FindingLevel
{
    Note,
    Warning,
    Error,
}
