using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.E2e;

public sealed class GenerateActionTests : E2eTestBase
{
    [Trait("Length", "Long")]
    [Fact]
    public async Task Generate_Scenarios_TestsBuildAndPassAgainstTheApplication()
    {
        Workspace.Write("e2e/notes.yaml", Scenarios.EveryStep);
        var context = Context("generate", new JsonObject { ["name"] = "NotesTests" });
        var result = (await DoAsync(context)).Succeeded(context);
        Assert.Equal(
            ["NotesTests.csproj", "Pages/NotesPage.cs", "Pages/SignInPage.cs", "Running/Api.cs", "Running/BrowserFixture.cs", "Running/Settings.cs", "Scenarios/NotesTests.cs"],
            result.Outputs["files"]!.AsArray().Select(file => (string)file!));
        Assert.Contains("public ILocator SignInButton => page.GetByRole(AriaRole.Button, new() { Name = \"Sign in\" });",
            await File.ReadAllTextAsync(Workspace.At("e2e-tests", "Pages", "SignInPage.cs")), StringComparison.Ordinal);

        await using var app = await NotesApp.StartAsync(port: 0);
        var tests = await context.Programs.RunAsync(
            new ProgramSpec("dotnet", "test", "-p:PlaywrightPlatform=none", "-p:UseSharedCompilation=false", "-nodeReuse:false", "--logger", "console;verbosity=normal")
            {
                WorkingFolder = "e2e-tests",
                Environment = new Dictionary<string, string?>
                {
                    ["E2E_URL"] = app.Urls.First(),
                    ["E2E_BROWSER_PATH"] = Programs.Find("chromium"),
                    ["E2E_NO_SANDBOX"] = "1",
                    ["E2E_VAR_what"] = "Black tea",
                    ["PLAYWRIGHT_DRIVER_SEARCH_PATH"] = AppContext.BaseDirectory,
                    ["PLAYWRIGHT_NODEJS_PATH"] = Programs.Node,
                },
            },
            CancellationToken.None);

        Assert.True(tests.ExitCode == 0, context.Lines.Text);
        Assert.Contains("Passed A note is added", tests.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("Skipped Not ready", tests.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_Again_IsTheSameAndTakesOldFilesAway()
    {
        var first = Context("generate", new JsonObject { ["inline"] = Scenarios.EveryStep });
        (await DoAsync(first)).Succeeded(first);
        var before = All();
        (await DoAsync(first)).Succeeded(first);
        Assert.Equal(before, All());
        Workspace.Write("e2e-tests/Pages/Own.cs", "// mine");

        var second = Context("generate", new JsonObject { ["inline"] = Scenarios.Endless });
        (await DoAsync(second)).Succeeded(second);

        Assert.Equal(["HomePage.cs", "Own.cs"], Directory.GetFiles(Workspace.At("e2e-tests", "Pages")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["InlineTests.cs"], Directory.GetFiles(Workspace.At("e2e-tests", "Scenarios")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Generate_OverAFileOfAPerson_IsRefusedAndWritesNothing()
    {
        Workspace.Write("e2e-tests/Pages/HomePage.cs", "// mine");

        (await DoAsync(Context("generate", new JsonObject { ["inline"] = Scenarios.Endless })))
            .FailedWith(AgentErrorCodes.WorkspaceError).Says("e2e-tests/Pages/HomePage.cs");

        Assert.False(File.Exists(Workspace.At("e2e-tests", "E2eTests.csproj")));
        (await DoAsync(Context("generate", new JsonObject { ["inline"] = Scenarios.Endless, ["into"] = "../out" }))).FailedWith(AgentErrorCodes.WorkspaceError);
    }

    [Fact]
    public async Task Generate_HostileTexts_StayTexts()
    {
        var context = Context("generate", new JsonObject
        {
            ["inline"] = """
                scenarios:
                  - name: "\"); System.Environment.Exit(9); //\n\u2028"
                    tags: ["\"] evil"]
                    steps:
                      - open: "/\"+x"
                      - click: { css: "a[title=\"\\\"]" }
                      - fill: { label: "class", value: "${secrets.key}" }
                """,
        });

        (await DoAsync(context)).Succeeded(context);

        var text = await File.ReadAllTextAsync(Workspace.At("e2e-tests", "Scenarios", "InlineTests.cs"));
        Assert.Contains("""[Fact(DisplayName = "\"); System.Environment.Exit(9); //\n\u2028")]""", text, StringComparison.Ordinal);
        Assert.Contains("public async Task SystemEnvironmentExit9()", text, StringComparison.Ordinal);
        Assert.Contains("""FillAsync(Settings.Secret("key"))""", text, StringComparison.Ordinal);
    }

    private List<string> All() => [.. Directory.EnumerateFiles(Workspace.At("e2e-tests"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => $"{file}\n{File.ReadAllText(file)}")];
}
