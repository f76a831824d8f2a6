namespace Monolith.Kernel;

/// <summary>What is known of an error by its code alone. The sentence that comes with an error says what is wrong this time.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Category">What it is about: <c>request</c>, <c>agent</c>, <c>model</c>, <c>pipeline</c> or <c>host</c>.</param>
/// <param name="Severity">
/// <c>info</c>: somebody wanted it so. <c>warning</c>: the asker or the pipeline's author mends it. <c>error</c>: the operator looks at it.
/// <c>critical</c>: the host cannot do its work, or has a bug.
/// </param>
/// <param name="Retryable">Whether the same may succeed later with nothing changed.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Hint">How to get over it, one or two sentences.</param>
public sealed record ErrorEntry(string Code, string Category, string Severity, bool Retryable, string Meaning, string Hint)
{
    /// <summary>Where it is explained, on every host: a path and the code.</summary>
    public string Link => $"/errors#{Code}";
}
