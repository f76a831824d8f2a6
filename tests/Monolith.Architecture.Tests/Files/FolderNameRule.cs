using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Files;

/// <summary>Folders name what is done in them, not what kind of class lies there.</summary>
public sealed class FolderNameRule : Rule<string>
{
    private static readonly HashSet<string> Banned =
        new(["Services", "Helpers", "Utils", "Utilities", "Common", "Misc", "Managers"], StringComparer.OrdinalIgnoreCase);

    protected override IEnumerable<string> Subjects => Repository.Folders;

    protected override IEnumerable<(string, string)> Violators =>
        [("modules/Live/Monolith.Live/Helpers", "modules/Live/Monolith.Live/Helpers"), ("modules/common", "modules/common")];

    protected override IEnumerable<string> Violations(string subject) =>
        Banned.Contains(subject.Split('/')[^1]) ? [$"{subject} does not name a use case"] : [];
}
