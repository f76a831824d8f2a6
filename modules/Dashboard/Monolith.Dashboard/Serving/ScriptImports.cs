using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Monolith.Dashboard.Serving;

/// <summary>What a script imports, and what that imports: told to the browser at once, or it would find each layer only when the one before it is there.</summary>
internal sealed partial class ScriptImports(Func<string, Asset?> find)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> known = new(StringComparer.Ordinal);

    /// <returns>Names, each once; without the script's own.</returns>
    public IReadOnlyList<string> Of(string script) => known.GetOrAdd(script, Follow);

    private List<string> Follow(string script)
    {
        List<string> found = [script];
        for (var next = 0; next < found.Count; next++)
            found.AddRange(Read(found[next]).Except(found).ToList());
        return found[1..];
    }

    private IEnumerable<string> Read(string script) => Import()
        .Matches(Encoding.UTF8.GetString((find(script) ?? throw new InvalidOperationException($"There is no script {script}.")).Plain.Span))
        .Select(import => new Uri(new Uri($"assets:/{script}"), import.Groups[1].Value).AbsolutePath[1..]);

    [GeneratedRegex("""^import\b[^;]*?"(\.[^"]+)";""", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Import();
}
