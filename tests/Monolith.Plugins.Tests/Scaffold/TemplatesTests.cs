using System.Text;

namespace Monolith.Plugins.Tests.Scaffold;

/// <summary>What comes with the agent, built, tested and formatted as generated.</summary>
[Collection("builds")]
public sealed class TemplatesTests : ScaffoldTestBase
{
    [Fact]
    public async Task List_BuiltIn_AreSix()
    {
        var result = (await RunAsync("list", "{}")).Succeeded();

        Assert.Equal(
            ["csharp-cli cli", "csharp-library library", "csharp-web-api service", "csharp-web-api-feature feature", "csharp-worker service", "typescript-web-app app"],
            result.Outputs["templates"]!.AsArray().Select(template => $"{template!["name"]} {template["kind"]}"));
    }

    [Fact]
    public async Task CSharpLibrary_AsGenerated_BuildsAndPassesItsTests()
    {
        (await RunAsync("create", """{ "template": "csharp-library", "name": "one" }""")).Succeeded();

        Assert.Contains("Passed!", await DotNetAsync("test", Path.GetRelativePath(Workspace.Folder, Directory.EnumerateFiles(Workspace.At("one"), "*.slnx").Single()), "--nologo", "-v", "quiet"), StringComparison.Ordinal);
    }

    /// <summary>Together, because starting the compiler costs more than all of them.</summary>
    [Fact]
    [Trait("Length", "Long")]
    public async Task CSharp_AsGenerated_BuildPassTheirTestsAndTheirLint()
    {
        foreach (var template in new[] { "cli", "library", "web-api", "worker" })
        {
            (await RunAsync("create", $$"""{ "template": "csharp-{{template}}", "name": "my {{template}}" }""")).Succeeded();
        }

        (await RunAsync("create", """{ "template": "csharp-web-api-feature", "name": "pet", "path": "my-web-api", "values": { "project": "MyWebApi" } }""")).Succeeded();
        var projects = Directory.EnumerateFiles(Workspace.Folder, "*.csproj", SearchOption.AllDirectories)
            .Select(project => $"""<Project Path="{Path.GetRelativePath(Workspace.Folder, project)}" />""");
        Workspace.Write("all.slnx", $"<Solution>{string.Concat(projects)}</Solution>");

        var tests = await DotNetAsync("test", "all.slnx", "--nologo", "-v", "quiet");
        Assert.Equal(4, tests.Split("Passed!").Length - 1);
        await DotNetAsync("format", "all.slnx", "--verify-no-changes", "--no-restore");
    }

    [Fact]
    public async Task EverySolution_NamesProjectsThatAreThere()
    {
        foreach (var template in new[] { "cli", "library", "web-api", "worker" })
        {
            (await RunAsync("create", $$"""{ "template": "csharp-{{template}}", "name": "{{template}}" }""")).Succeeded();
            var solution = Directory.EnumerateFiles(Workspace.At(template), "*.slnx").Single();
            var named = System.Xml.Linq.XDocument.Load(solution).Descendants("Project").Select(project => project.Attribute("Path")!.Value).ToList();

            Assert.Equal(2, named.Count);
            Assert.All(named, project => Assert.True(File.Exists(Workspace.At(template, project)), project));
        }
    }

    private async Task<string> DotNetAsync(params string[] arguments)
    {
        var context = Context("create", "{}");
        var result = await context.Programs.RunAsync(
            new ProgramSpec("dotnet", arguments) { Environment = new Dictionary<string, string?> { ["MSBUILDDISABLENODEREUSE"] = "1" } }, CancellationToken.None);
        var said = new StringBuilder(result.StandardOutput).Append(result.StandardError).ToString();
        Assert.True(result.ExitCode == 0, said);
        return said;
    }
}
