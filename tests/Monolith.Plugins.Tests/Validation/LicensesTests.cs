namespace Monolith.Plugins.Tests.Validation;

public sealed class LicensesTests : ValidationTestBase
{
    [Fact]
    public async Task Licenses_PackagesOfNuget_AreReadFromThePackages()
    {
        Workspace.Write("source/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="xunit.abstractions" Version="2.0.3" />
                <PackageReference Include="Mono.Cecil" Version="0.11.6" />
              </ItemGroup>
            </Project>
            """);

        var result = (await RunAsync("licenses", new { allow = new[] { "MIT" } })).Succeeded();

        Assert.Equal(
            [("Mono.Cecil", "0.11.6", "MIT"), ("xunit.abstractions", "2.0.3", "Apache-2.0")],
            result.Outputs["licenses"]!.AsArray().Select(one => ((string)one!["name"]!, (string)one["version"]!, (string)one["license"]!)));
        Assert.Equal((2, 1), (result.Metrics["licenses.total"], result.Metrics["licenses.denied"]));
    }

    [Fact]
    public async Task Validate_LibraryOfDotNet_IsBuiltOnceAndReported()
    {
        WriteLibrary(before: "// Adds.");

        var result = (await RunAsync("validate", new { checks = new[] { "build", "format", "licenses" }, scope = "whitespace", gates = new[] { "build.warnings == 0" } }))
            .Succeeded();

        Assert.Equal("passed", (string?)result.Outputs["status"]);
        Assert.Equal((0, 0, 0), (result.Metrics["build.errors"], result.Metrics["format.violations"], result.Metrics["licenses.total"]));
    }
}
