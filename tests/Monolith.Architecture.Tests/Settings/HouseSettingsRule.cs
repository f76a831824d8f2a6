using System.Xml.Linq;
using Monolith.Architecture.Tests.Model;

namespace Monolith.Architecture.Tests.Settings;

/// <summary>One strictness for all: these are set at the root, with these values, and no project has its own.</summary>
public sealed class HouseSettingsRule : Rule<BuildFile>
{
    private const string Root = "Directory.Build.props";

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["TargetFramework"] = "net10.0",
        ["LangVersion"] = "14",
        ["Nullable"] = "enable",
        ["ImplicitUsings"] = "enable",
        ["TreatWarningsAsErrors"] = "true",
        ["EnforceCodeStyleInBuild"] = "true",
        ["AnalysisLevel"] = "latest-recommended",
        ["ManagePackageVersionsCentrally"] = "true",
        ["DisableTransitiveProjectReferences"] = "true",
    };

    /// <summary>Each would make the ones above weaker.</summary>
    private static readonly HashSet<string> NeverSet =
        new(["TargetFrameworks", "WarningsNotAsErrors", "CodeAnalysisTreatWarningsAsErrors", "AnalysisMode", "RunAnalyzers", "RunAnalyzersDuringBuild", "WarningLevel"], StringComparer.Ordinal);

    /// <summary>What a project cannot do without, each with the reason.</summary>
    private static readonly Dictionary<string, string> Exemptions = new(StringComparer.Ordinal)
    {
        ["modules/Agents/Monolith.Agents.Analyzers/Monolith.Agents.Analyzers.csproj"] = "TargetFramework", // Compilers load it, some of them on .NET Framework.
    };

    protected override IEnumerable<BuildFile> Subjects => Repository.BuildFiles.Where(file => !file.IsFixture);

    protected override IEnumerable<(BuildFile, string)> Violators =>
    [
        Violator("host/Ghost.csproj", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", "host/Ghost.csproj sets TreatWarningsAsErrors"),
        Violator("tests/Directory.Build.props", "<Nullable>disable</Nullable>", "tests/Directory.Build.props sets Nullable"),
        Violator("host/Ghost.csproj", "<WarningsNotAsErrors>CS0618</WarningsNotAsErrors>", "host/Ghost.csproj sets WarningsNotAsErrors"),
        Violator("modules/Agents/Monolith.Agents.Analyzers/Monolith.Agents.Analyzers.csproj", "<Nullable>disable</Nullable>", "sets Nullable"),
        Violator(Root, "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", "TreatWarningsAsErrors is not true"),
        Violator(Root, "", "Nullable is not enable"),
    ];

    protected override IEnumerable<string> Violations(BuildFile subject)
    {
        var set = subject.Xml.Descendants("PropertyGroup").SelectMany(group => group.Elements()).Select(property => property.Name.LocalName).ToList();
        var weakened = set.Where(NeverSet.Contains);
        return subject.Path == Root
            ? weakened.Select(name => $"{Root} sets {name}")
                .Concat(Settings.Where(setting => !IsSet(subject, setting.Key, setting.Value)).Select(setting => $"{Root}: {setting.Key} is not {setting.Value}"))
            : weakened.Concat(set.Where(Settings.ContainsKey)).Where(name => Exemptions.GetValueOrDefault(subject.Path) != name).Select(name => $"{subject.Path} sets {name}");
    }

    private static bool IsSet(BuildFile file, string name, string value)
    {
        var values = file.Xml.Descendants(name).Select(property => property.Value).ToList();
        return values.Count > 0 && values.TrueForAll(found => found == value);
    }

    private static (BuildFile, string) Violator(string path, string property, string message) =>
        (new(path, XDocument.Parse($"<Project><PropertyGroup>{property}</PropertyGroup></Project>")), message);
}
