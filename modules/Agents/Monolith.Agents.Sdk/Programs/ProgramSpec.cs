namespace Monolith.Agents.Sdk;

/// <summary>A program to run.</summary>
/// <param name="FileName">A name looked up on PATH, or a path; a relative path is taken from the working folder.</param>
/// <param name="Arguments">Passed as they are, with no shell between.</param>
public sealed record ProgramSpec(string FileName, params IReadOnlyList<string> Arguments)
{
    /// <summary>Relative to the workspace, which it cannot leave; null for the workspace itself.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>Added to the stage's environment; a null value takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Written to standard input, which is then closed; null for an empty input.</summary>
    public string? StandardInput { get; init; }

    /// <summary>Whether each line goes to the stage's log as it comes. On by default.</summary>
    public bool LogOutput { get; init; } = true;

    /// <summary>Called with each line of its output and of its errors as it comes, at least its first 16,384 characters, from two threads; it must return at once.</summary>
    public Action<string>? OnLine { get; init; }
}
