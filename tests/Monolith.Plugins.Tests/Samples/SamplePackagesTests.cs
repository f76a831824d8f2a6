using System.Text.Json.Nodes;
using System.Xml.Linq;
using Monolith.Plugins.Git;

namespace Monolith.Plugins.Tests.Samples;

/// <summary>The list of packages that restoring the host brings for the sample.</summary>
[Trait("Length", "Long")]
[Collection("builds")]
public sealed class SamplePackagesTests : IDisposable
{
    private readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Packages_OnlyThoseOfTheList_SampleRestoresBuildsAndTests()
    {
        var packages = workspace.At("packages");
        var list = Path.Combine(AppContext.BaseDirectory, "build", "SamplePackages.props");
        workspace.Write("host/Host.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{list}" />
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
            </Project>
            """);

        // The packages folder that this test was built from serves as the feed of the first restore; the second has none.
        await DotNetAsync("host", packages, "restore", "--source", GlobalPackages());
        await MakeSampleAsync();
        await DotNetAsync("origin", packages, "restore", "--source", Directory.CreateDirectory(workspace.At("no-feed")).FullName);
        await DotNetAsync("origin", packages, "test", "--no-restore");

        Assert.Equal(Listed(list), UsedBySample());
    }

    private static string GlobalPackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static IEnumerable<string> Listed(string list) => XDocument.Load(list).Descendants("PackageDownload")
        .Select(package => $"{package.Attribute("Include")!.Value}/{package.Attribute("Version")!.Value.Trim('[', ']')}")
        .Order(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> UsedBySample()
    {
        var file = workspace.At("origin", "tests", "Shop.Tests", "obj", "project.assets.json");
        var assets = JsonNode.Parse(File.ReadAllText(file))!;
        return assets["libraries"]!.AsObject().Where(library => (string?)library.Value!["type"] == "package")
            .Select(library => library.Key).Order(StringComparer.OrdinalIgnoreCase);
    }

    private async Task MakeSampleAsync()
    {
        var yaml = YamlText.Parse(await File.ReadAllTextAsync(Path.Combine(SampleRun.Folder, "web-app.yaml")));
        var values = new JsonObject { ["host"] = new JsonObject { ["samples"] = SampleRun.Folder } };
        var context = new TestContext
        {
            Action = "create",
            Workspace = workspace.Folder,
            Parameters = Stage.Json(Expressions.Resolve(yaml["stages"]![0]!["parameters"], values)!.ToJsonString()),
        };
        (await Stage.RunAsync(new GitAgent(), context)).Succeeded(context);
    }

    private async Task DotNetAsync(string folder, string packages, params string[] arguments)
    {
        var log = new RecordedLog();
        var environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = packages };
        var programs = new RealPrograms(workspace.Folder, environment, log);
        var result = await programs.RunAsync(
            new ProgramSpec("dotnet", arguments)
            {
                WorkingFolder = folder,
                Environment = new Dictionary<string, string?>
                {
                    ["MSBUILDDISABLENODEREUSE"] = "1",
                    ["UseSharedCompilation"] = "false",
                },
            },
            CancellationToken.None);
        Assert.True(result.ExitCode == 0, log.Text);
    }
}
