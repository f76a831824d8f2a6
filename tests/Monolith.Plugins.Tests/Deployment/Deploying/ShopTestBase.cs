namespace Monolith.Plugins.Tests.Deployment.Deploying;

public abstract class ShopTestBase : DeploymentTestBase
{
    protected Dictionary<string, object> Shop(string version) => new(App(version))
    {
        ["path"] = "shop",
        ["command"] = new[] { "dotnet", "Shop.dll", "--urls", "http://127.0.0.1:{port}", "--Logging:LogLevel:Default=Warning" },
    };

    protected async Task PublishShopAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "samples", "web-app", "commits", "1-price-list");
        var context = Context("publish", new { });
        var published = await context.RealPrograms.RunAsync(
            new ProgramSpec("cp", "-R", source, Workspace.At("source")), CancellationToken.None);
        Assert.Equal(0, published.ExitCode);
        published = await context.RealPrograms.RunAsync(
            new ProgramSpec("dotnet", "publish", "source/src/Shop/Shop.csproj", "-o", "shop", "-c", "Release", "-nodeReuse:false", "-p:UseSharedCompilation=false"),
            CancellationToken.None);
        Assert.True(published.ExitCode == 0, published.StandardOutput);
    }
}
