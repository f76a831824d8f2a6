using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Monolith.Plugins.Tests.E2e;

/// <summary>A real application in a real browser.</summary>
public sealed class RunActionTests : E2eTestBase
{
    [Fact]
    public async Task Run_ScenariosOfAllSteps_PassAndApplicationIsGone()
    {
        Workspace.Write("e2e/notes.yaml", Scenarios.EveryStep);
        var context = Context("run", new JsonObject { ["app"] = App, ["variables"] = new JsonObject { ["what"] = "Green tea" }, ["tags"] = new JsonArray("smoke") });

        var result = (await DoAsync(context)).Succeeded(context);

        Assert.Equal(2, result.Metrics["e2e.passed"]);
        Assert.Equal(2, result.Metrics["e2e.skipped"]);
        Assert.Equal(0, result.Metrics["e2e.failed"] + result.Metrics["e2e.flaky"] + result.Metrics["e2e.unknown"]);
        Assert.True(result.Metrics["e2e.duration"] > 0);
        Assert.Contains("passed: A note is added in chromium", context.Lines.Text, StringComparison.Ordinal);
        Assert.Contains(result.Artifacts, artifact => artifact is { Type: "image" } && artifact.Path.EndsWith("-note-added.png", StringComparison.Ordinal));
        Assert.All(result.Artifacts, artifact => Assert.True(File.Exists(Workspace.At(artifact.Path)), artifact.Path));
        Assert.DoesNotContain(result.Artifacts, artifact => artifact.Path.EndsWith("-trace.zip", StringComparison.Ordinal));
        AssertApplicationIsGone();
        Assert.Equal(["4", "0", "0", "2"], Counts(XDocument.Load(Made("report.junit.xml")).Root!.Element("testsuite")!));
    }

    [Fact]
    public async Task Run_FailingAndFlakyScenarios_AreToldApartWithEvidence()
    {
        var context = Context("run", new JsonObject
        {
            ["app"] = App,
            ["inline"] = Scenarios.FailingAndFlaky,
            ["stepTimeout"] = "700ms",
            ["browsers"] = new JsonArray("chromium", "firefox"),
            ["requireBrowsers"] = false,
        });

        var result = await DoAsync(context);

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("1 of 4 scenarios failed").Says("Shows <never> (chromium)").Says("line 5").Says("firefox");
        Assert.Equal([0, 1, 1, 2], new[] { "passed", "failed", "flaky", "unknown" }.Select(name => result.Metrics[$"e2e.{name}"]));
        var report = Report()["scenarios"]!.AsArray();
        Assert.Equal([2, 2], report.Take(2).Select(scenario => scenario!["attempts"]!.AsArray().Count));
        Assert.Contains("firefox is not installed", (string)report[2]!["reason"]!, StringComparison.Ordinal);
        Assert.Equal(3, result.Artifacts.Count(artifact => artifact.Path.EndsWith("-trace.zip", StringComparison.Ordinal)));
        Assert.Equal(3, result.Artifacts.Count(artifact => artifact.Path.EndsWith("-failure.png", StringComparison.Ordinal)));
        Assert.All(result.Artifacts, artifact => Assert.True(File.Exists(Workspace.At(artifact.Path)), artifact.Path));
        var html = await File.ReadAllTextAsync(Made("report.html"));
        Assert.Contains("Shows &lt;never&gt;", html, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html.Replace("http://127.0.0.1", "", StringComparison.Ordinal), StringComparison.Ordinal);
        AssertApplicationIsGone();
    }

    [Fact]
    public async Task Run_SecretsInScenarios_AreInNoFile()
    {
        const string Secret = "hunter2<&>\"quoted";
        var app = App;
        app["secretEnvironment"] = new JsonObject { ["APP_KEY"] = "password" };
        var context = Context("run", new JsonObject { ["app"] = app, ["inline"] = Scenarios.WithSecret, ["reruns"] = 0, ["stepTimeout"] = "700ms" },
            new Dictionary<string, string> { ["password"] = Secret });

        var result = await DoAsync(context);

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("heading 'Never'");
        Assert.Contains("***", await File.ReadAllTextAsync(Made("application.log")), StringComparison.Ordinal);
        var trace = Assert.Single(Directory.GetFiles(Made(""), "*-trace.zip"));
        await using var zip = await ZipFile.OpenReadAsync(trace);
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.EndsWith(".jpeg", StringComparison.Ordinal));
        var contents = new List<byte[]>();
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync();
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            contents.Add(memory.ToArray());
        }

        contents.AddRange(Directory.GetFiles(Made("")).Select(File.ReadAllBytes));
        contents.Add(Encoding.UTF8.GetBytes(context.Lines.Text + result.Error!.Message + result.Outputs.ToJsonString()));
        Assert.Contains(contents, content => Encoding.UTF8.GetString(content).Contains("fill", StringComparison.Ordinal));
        Assert.All(contents, content => Assert.DoesNotContain("hunter2", Encoding.UTF8.GetString(content), StringComparison.Ordinal));
        Assert.All(context.RealPrograms.Started, program => Assert.DoesNotContain(program.Arguments, argument => argument.Contains("hunter2", StringComparison.Ordinal)));
    }

    private static string[] Counts(XElement suite) => [.. new[] { "tests", "failures", "errors", "skipped" }.Select(name => suite.Attribute(name)!.Value)];
}
