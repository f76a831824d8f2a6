using System.Text.Json;
using System.Text.RegularExpressions;

namespace Monolith.Integration.Tests.Docs;

/// <summary>What the page of the two minutes names is there; <see cref="AuthoringTests"/> pastes it.</summary>
public sealed partial class AuthoringPageTests
{
    private static readonly string Agents = Path.Combine(DocPages.Root, "modules", "Agents");
    private static readonly string Template = Path.Combine(Agents, "Monolith.Agents.Templates", "templates", "monolith-agent");
    private static readonly string Page = File.ReadAllText(DocPages.Authoring);

    [Fact]
    public void Packages_OfThePage_ArePacked()
    {
        var script = File.ReadAllText(Path.Combine(DocPages.Root, "build.cake"));
        string[] named = [.. Package().Matches(Page).Select(found => found.Groups["name"].Value)];

        Assert.Equal(4, named.Length);
        Assert.All(named, name => Assert.Contains($"\"modules/Agents/{name}\"", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Template_ItsOptionsAndVersions_AreThoseOfPageAndProjects()
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(Template, ".template.config", "template.json")));
        var options = template.RootElement.GetProperty("symbols").EnumerateObject().Where(symbol => symbol.Value.GetProperty("type").ValueEquals("parameter")).Select(symbol => symbol.Name);
        var page = File.ReadAllText(Path.Combine(Agents, "Monolith.Agents.Templates", "README.md"));
        var project = File.ReadAllText(Path.Combine(Template, "src", "Acme.Hello", "Acme.Hello.csproj"));
        var tests = File.ReadAllText(Path.Combine(Template, "tests", "Acme.Hello.Tests", "Acme.Hello.Tests.csproj"));

        Assert.Contains($"dotnet new {template.RootElement.GetProperty("shortName").GetString()} ", Page, StringComparison.Ordinal);
        Assert.All(options, option => Assert.Contains($"`--{option}`", page, StringComparison.Ordinal));
        Assert.Contains($"Acme.Greeter.{Version(project)}.nupkg", Page, StringComparison.Ordinal);
        Assert.Contains($"\"Monolith.Agents.Sdk\" Version=\"{Version(File.ReadAllText(Path.Combine(Agents, "Monolith.Agents.Sdk", "Monolith.Agents.Sdk.csproj")))}\"", project, StringComparison.Ordinal);
        Assert.Contains($"\"Monolith.Agents.Testing\" Version=\"{Version(File.ReadAllText(Path.Combine(DocPages.Root, "Directory.Build.props")))}\"", tests, StringComparison.Ordinal);
    }

    private static string Version(string project) => VersionElement().Match(project).Groups["version"].Value;

    [GeneratedRegex(@"^\| `(?<name>Monolith\.[\w.]+)`", RegexOptions.Multiline)]
    private static partial Regex Package();

    [GeneratedRegex("<Version>(?<version>.+)</Version>")]
    private static partial Regex VersionElement();
}
