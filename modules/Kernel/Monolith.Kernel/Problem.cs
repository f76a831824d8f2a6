namespace Monolith.Kernel;

/// <summary>An expected failure with a stable code.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">One sentence for a person: what is wrong and how to mend it. Never holds a secret.</param>
/// <param name="Path">Where in the caller's input it is, such as <c>stages[2].timeout</c>; null when it has no place.</param>
public sealed record Problem(string Code, string Message, string? Path = null)
{
    public override string ToString() => Path is null ? $"{Code}: {Message}" : $"{Code} at {Path}: {Message}";
}
