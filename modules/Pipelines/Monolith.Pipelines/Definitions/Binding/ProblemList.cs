using Monolith.Kernel;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>Gathers all that is wrong. Bounded, so that a hostile definition does not make a larger answer.</summary>
internal sealed class ProblemList(string prefix)
{
    private const int Most = 100;

    private readonly List<Problem> problems = [];

    /// <summary>The first property that this version does not know, or null.</summary>
    public string? UnknownProperty { get; private set; }

    public bool Any => problems.Count > 0;

    public IReadOnlyList<Problem> All => problems;

    public void AddUnknown(string path, string suggestion)
    {
        UnknownProperty ??= path;
        Add(path, $"There is no such property.{suggestion}");
    }

    public void Add(string path, string message, string code = ErrorCodes.ValidationError)
    {
        if (problems.Count < Most)
            problems.Add(new Problem(code, message, path.Length == 0 && prefix.Length == 0 ? null : (prefix + path).TrimEnd('.')));
    }
}
