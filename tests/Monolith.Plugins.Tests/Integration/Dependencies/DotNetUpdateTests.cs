namespace Monolith.Plugins.Tests.Integration.Dependencies;

/// <summary>Updates from a folder of packages.</summary>
[Trait("Length", "Long")]
[Collection("builds")]
public sealed class DotNetUpdateTests : IntegrationTestBase
{
    private const string Versions = "\ufeff<Project>\r\n  <!-- Versions, ä -->\r\n  <ItemGroup>\r\n"
        + "    <PackageVersion Include=\"Acme.Good\"   Version=\"1.0.0\" />\r\n"
        + "    <PackageVersion Version='1.0.0' Include='Acme.Bad'/>\r\n"
        + "    <PackageVersion Include=\"acme.child\"><Version>1.0.0</Version></PackageVersion>\r\n"
        + "    <PackageVersion Include=\"Acme.Goodness\" Version=\"1.0.0\" />\r\n"
        + "  </ItemGroup>\r\n</Project>";

    [Fact]
    public async Task Minor_OneFailsItsTests_TheOthersAreKeptInACommitEach()
    {
        Prepare();

        var result = (await RunAsync("update_dependencies", """
            {
              "level": "minor", "ignore": ["acme.goodness"],
              "test": { "script": "touch Directory.Packages.props.orig obj; if grep -q \"'1.5.0' Include='Acme.Bad'\" Directory.Packages.props; then echo Bad is broken >&2; exit 1; fi" }
            }
            """)).Succeeded();

        Assert.Equal(
            Versions.Replace("Good\"   Version=\"1.0.0", "Good\"   Version=\"1.1.0", StringComparison.Ordinal).Replace("<Version>1.0.0", "<Version>1.2.0", StringComparison.Ordinal),
            System.Text.Encoding.UTF8.GetString(Bytes("Directory.Packages.props")));
        Assert.Equal("Update Acme.Good from 1.0.0 to 1.1.0\nUpdate Acme.Child from 1.0.0 to 1.2.0\nFirst", Git("log", "--format=%s"));
        Assert.Equal("", Git("status", "--porcelain"));
        var back = Assert.Single(result.Outputs["rolledBack"]!.AsArray())!;
        Assert.Equal(("Acme.Bad", "1.5.0"), ((string?)back["package"], (string?)back["to"]));
        Assert.Contains("Bad is broken", (string?)back["reason"], StringComparison.Ordinal);
        Assert.Equal((3, 2, 1), (result.Metrics["dependencies.outdated"], result.Metrics["dependencies.updated"], result.Metrics["dependencies.rolled_back"]));
    }

    [Fact]
    public async Task TestsFailBeforeAnyUpdate_NothingIsTouched()
    {
        Prepare();
        var before = Everything();

        (await RunAsync("update_dependencies", """{ "level": "patch", "test": { "command": ["false"] } }""")).FailedWith("TASK_EXECUTION_FAILED").Says("Before any update");

        Assert.Equal(before, Everything());
    }

    private void Prepare()
    {
        var feed = Workspace.At("feed");
        NuGetFeed.Add(feed, "Acme.Good", "1.0.0", "1.0.1", "1.1.0", "2.0.0");
        NuGetFeed.Add(feed, "Acme.Bad", "1.0.0", "1.5.0");
        NuGetFeed.Add(feed, "Acme.Child", "1.0.0", "1.2.0");
        NuGetFeed.Add(feed, "Acme.Goodness", "1.0.0", "1.3.0");
        Variables["NUGET_PACKAGES"] = Workspace.At("packages");
        Commit(
            "main",
            "First",
            ("Directory.Packages.props", Versions),
            ("Directory.Build.props", "<Project />"),
            ("nuget.config", $"<configuration><packageSources><clear /><add key=\"local\" value=\"{feed}\" /></packageSources></configuration>"),
            ("App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>netstandard2.0</TargetFramework>
                    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
                    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                    <NuGetAudit>false</NuGetAudit>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Acme.Good" />
                    <PackageReference Include="Acme.Bad" />
                    <PackageReference Include="Acme.Child" />
                    <PackageReference Include="Acme.Goodness" />
                  </ItemGroup>
                </Project>
                """));
    }
}
