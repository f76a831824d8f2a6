using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Layout;

public sealed class SolutionFormatRule : Rule<SolutionFile>
{
    protected override IEnumerable<SolutionFile> Subjects => [SolutionFile.Read()];

    protected override IEnumerable<(SolutionFile, string)> Violators => [(new("<Solution></Solution>"), "classic")];

    protected override IEnumerable<string> Violations(SolutionFile subject) => subject.IsClassic ? [] : ["Monolith.sln is not in the classic format"];
}
