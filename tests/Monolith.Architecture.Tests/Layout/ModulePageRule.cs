using System.Text.RegularExpressions;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Layout;

/// <summary>Every module has a page, and the page ends with what was decided and when.</summary>
public sealed partial class ModulePageRule : Rule<ModulePage>
{
    protected override IEnumerable<ModulePage> Subjects =>
        Repository.Folders.Where(folder => folder.StartsWith("modules/", StringComparison.Ordinal) && folder.Count(c => c == '/') == 1).Select(ModulePage.Read);

    protected override IEnumerable<(ModulePage, string)> Violators =>
    [
        (new("modules/Ghost", null), "modules/Ghost has no README.md"),
        (new("modules/Ghost", "# Ghost\n"), "does not end with the section Decisions"),
        (new("modules/Ghost", "# Ghost\n## Decisions\n2026-11-24: One.\n## Options\n"), "does not end with the section Decisions"),
        (new("modules/Ghost", "# Ghost\n```\n## Decisions\n2026-11-24\n```\n"), "does not end with the section Decisions"),
        (new("modules/Ghost", "# Ghost\n## Decisions\nNone yet.\n"), "no dated decision"),
    ];

    protected override IEnumerable<string> Violations(ModulePage subject) => subject switch
    {
        { Text: null } => [$"{subject.Folder} has no README.md"],
        _ when !subject.LastSection.StartsWith("Decisions\n", StringComparison.Ordinal) => [$"{subject.Folder}/README.md does not end with the section Decisions"],
        _ when !Date().IsMatch(subject.LastSection) => [$"{subject.Folder}/README.md holds no dated decision"],
        _ => [],
    };

    [GeneratedRegex(@"\b20\d\d-[01]\d-[0-3]\d\b")]
    private static partial Regex Date();
}
