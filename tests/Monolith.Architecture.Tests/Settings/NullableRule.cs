using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Settings;

public sealed class NullableRule : Rule<SourceFile>
{
    private const string Off = "#nullable disable";

    protected override IEnumerable<SourceFile> Subjects => Repository.Sources;

    protected override IEnumerable<(SourceFile, string)> Violators =>
        [(new("host/Lax.cs", ["namespace Monolith.Host;", "", $"  {Off}"]), "host/Lax.cs")];

    protected override IEnumerable<string> Violations(SourceFile subject) =>
        subject.Lines.Any(line => line.TrimStart().StartsWith(Off, StringComparison.Ordinal)) ? [$"{subject.Path} switches nullable off"] : [];
}
