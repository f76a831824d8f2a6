using System.Text.Json;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Definitions;

/// <summary>The workflows of the contract to their ends, a shell in the place of the coding agent. Their short sister is DefaultPipelineTests.</summary>
[Trait("Length", "Long")]
public sealed class DefaultPipelineRunTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly GitServer origin = new();
    private readonly int port = FreePort.Find();

    private string Target => $"shop-{port}";

    [Fact]
    public async Task Bugfix_FaultThatAScriptShows_IsMendedPushedAndDeployed()
    {
        const string mend = "sed -i 's/        var subtotal = 0m;/        if (basket.Lines is [])\\n            return null;\\n        var subtotal = 0m;/' src/Shop/BasketPricing.cs";

        var output = await RunAsync("bugfix", mend, "report=A basket without lines has a price", "reproduce=grep -q 'Lines is' src/Shop/BasketPricing.cs");

        Assert.Matches("gate passed: deployment.rolled_back is 0", output);
        Assert.StartsWith("Mend: A basket without lines has a price\n", origin.Ask("log", "--format=%s", "main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bugfix_FaultIsNotThere_EndsBeforeAnythingIsChanged()
    {
        var output = await RunAsync("bugfix", "true", "report=None", "reproduce=test -f README.md");

        Assert.Matches("fail +debugging", output);
        Assert.StartsWith("3-baskets\n", origin.Ask("log", "--format=%s", "main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feature_WrittenOnItsBranch_IsMergedPushedAndDeployed()
    {
        const string write = "sed -i 's#        app.MapPost(#        app.MapGet(\"/api/count\", (PriceList prices) => prices.Find(null).Count());\\n        app.MapPost(#' src/Shop/ShopApp.cs";

        var output = await RunAsync("feature", write, "branch=feature/count", "task=GET /api/count says how many products there are");

        Assert.Matches("gate passed: deployment.rolled_back is 0", output);
        Assert.StartsWith("Merge feature/count into main\n", origin.Ask("log", "--format=%s", "main"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        origin.Dispose();
        folder.Dispose();
    }

    private async Task<string> RunAsync(string workflow, string code, params string[] inputs)
    {
        string[] all =
        [
            .. inputs, $"name={Target}", $"repository={origin.Repository}", "project=src/Shop/Shop.csproj", $"port={port}",
            $"coder={JsonSerializer.Serialize(new[] { "sh", "-c", $"cat > /dev/null; {code}" })}",
            """command=["dotnet", "Shop.dll", "--urls", "http://127.0.0.1:{port}"]""",
        ];
        var (_, output) = await HostProcess.RunAsync(
            folder.Path, ["run", Path.Combine(Built.Samples, $"{workflow}.yaml"), "--non-interactive", .. all.SelectMany(input => new[] { "--input", input })], ("Secrets__GIT_TOKEN", "not-asked-for"));
        await StopAsync();
        return output;
    }

    private async Task StopAsync()
    {
        var stop = $$"""
            name: stop
            stages:
              - { id: stop, agent: deployment, action: stop, parameters: { target: { name: {{Target}} } } }
            """;
        await File.WriteAllTextAsync(folder["stop.yaml"], stop);
        await HostProcess.RunAsync(folder.Path, ["run", folder["stop.yaml"]]);
    }
}
