using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Files;

/// <summary>A folder is read at a glance, or it is split.</summary>
public sealed class FolderSizeRule : Rule<IGrouping<string, string>>
{
    private const int Most = 15;

    protected override IEnumerable<IGrouping<string, string>> Subjects => ByFolder(Repository.Sources.Select(source => source.Path));

    protected override IEnumerable<(IGrouping<string, string>, string)> Violators =>
        [(ByFolder(Enumerable.Range(0, Most + 1).Select(number => $"host/Full/File{number}.cs")).Single(), "host/Full holds 16 files")];

    protected override IEnumerable<string> Violations(IGrouping<string, string> subject) =>
        subject.Count() > Most ? [$"{subject.Key} holds {subject.Count()} files, {Most} at most"] : [];

    private static IEnumerable<IGrouping<string, string>> ByFolder(IEnumerable<string> files) =>
        files.GroupBy(file => file[..file.LastIndexOf('/')]);
}
