using System.Xml.Linq;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Settings;

/// <summary>Versions stand in Directory.Packages.props and nowhere else.</summary>
public sealed class CentralVersionsRule : Rule<BuildFile>
{
    protected override IEnumerable<BuildFile> Subjects => Repository.BuildFiles.Where(file => !file.IsFixture);

    protected override IEnumerable<(BuildFile, string)> Violators =>
    [
        Violator("""<PackageReference Include="Npgsql" Version="10.0.3" />"""),
        Violator("""<PackageReference Include="Npgsql" VersionOverride="9.0.5" />"""),
        Violator("""<PackageReference Include="Npgsql"><Version>10.0.3</Version></PackageReference>"""),
    ];

    protected override IEnumerable<string> Violations(BuildFile subject) =>
        subject.Xml.Descendants("PackageReference")
            .Where(item => item.Attributes().Select(attribute => attribute.Name.LocalName)
                .Concat(item.Elements().Select(element => element.Name.LocalName))
                .Any(name => name is "Version" or "VersionOverride"))
            .Select(item => $"{subject.Path}: {item.Attribute("Include")?.Value} has a version of its own");

    private static (BuildFile, string) Violator(string item) =>
        (new("host/Ghost.csproj", XDocument.Parse($"<Project><ItemGroup>{item}</ItemGroup></Project>")), "Npgsql has a version of its own");
}
