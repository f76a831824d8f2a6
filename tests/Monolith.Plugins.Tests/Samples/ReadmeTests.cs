using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Monolith.Plugins.Tests.Samples;

/// <summary>The example on each agent's page, run as it stands there.</summary>
[Collection("builds")]
public sealed partial class ReadmeTests : IDisposable
{
    private readonly TestWorkspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Trait("Length", "Long")]
    [Theory]
    [InlineData("CodingCli")]
    [InlineData("Command")]
    [InlineData("E2e")]
    [InlineData("Git")]
    [InlineData("Integration")]
    [InlineData("Scaffold")]
    [InlineData("Validation")]
    public async Task Example_Pasted_Succeeds(string plugin)
    {
        foreach (var example in Examples(plugin))
        {
            using var place = new TestWorkspace();
            var run = new SampleRun(place);

            await run.RunAsync(example);

            Assert.Empty(run.Faults);
            Assert.NotEmpty(run.Results);
        }
    }

    [Fact]
    public async Task Example_OfHttp_SucceedsAgainstAHost()
    {
        await using var host = await WebServer.StartAsync(http =>
        {
            http.Response.StatusCode = http.Request.Path == "/health" ? 200 : 404;
            return http.Response.WriteAsync("""{ "status": "healthy" }""");
        });
        var run = new SampleRun(workspace);

        await run.RunAsync(Example("Http").Replace("http://localhost:8080", host.Url, StringComparison.Ordinal));

        Assert.Empty(run.Faults);
        Assert.Equal(["call", "check", "wait"], run.Results.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Example_OfDeployment_Succeeds()
    {
        var run = new SampleRun(workspace);

        await run.RunAsync(Example("Deployment")
            .Replace("port: 8090", $"port: {Deployment.DeploymentTestBase.FreePort()}", StringComparison.Ordinal)
            .Replace("name: example-site", $"name: example-site, state: {workspace.Outside}/t", StringComparison.Ordinal));

        Assert.Empty(run.Faults);
        Assert.Equal(4, run.Results.Count);
    }

    private static string Example(string plugin) => Examples(plugin)[0];

    private static IReadOnlyList<string> Examples(string plugin)
    {
        var examples = Yaml().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "readme", plugin, "README.md")));
        Assert.NotEmpty(examples);
        return [.. examples.Select(example => example.Groups[1].Value)];
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
