using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Files;

public sealed class FileSizeRule : Rule<SourceFile>
{
    private const int Most = 300;

    /// <summary>Files that may be longer, each with the reason why it does not fall apart into parts.</summary>
    private static readonly Dictionary<string, string> Exemptions = new(StringComparer.Ordinal);

    protected override IEnumerable<SourceFile> Subjects => Repository.Sources;

    protected override IEnumerable<(SourceFile, string)> Violators =>
        [(new("host/Long.cs", [.. Enumerable.Repeat("", Most + 1)]), "host/Long.cs has 301 lines")];

    protected override IEnumerable<string> Violations(SourceFile subject) =>
        subject.Lines.Count > Most && !Exemptions.ContainsKey(subject.Path) ? [$"{subject.Path} has {subject.Lines.Count} lines, {Most} at most"] : [];
}
