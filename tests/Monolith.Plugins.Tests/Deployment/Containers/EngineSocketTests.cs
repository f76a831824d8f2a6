namespace Monolith.Plugins.Tests.Deployment.Containers;

/// <summary>Stages that name no engine.</summary>
public sealed class EngineSocketTests : ContainerTestBase
{
    private const string Variable = "DOCKER_HOST";

    [Fact]
    public async Task BuildImage_NoSocketNamed_TakesTheVariablesEngine()
    {
        await using var engine = await EngineAsync();
        var before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, $"unix://{Socket}");
        try
        {
            await BuildAsync("localhost/web:1", "one", namesEngine: false);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }

        var built = (await RunAsync("build_image", new { socket = Socket, image = "localhost/web:1", network = "host" })).Succeeded();
        Assert.StartsWith("sha256:", (string)built.Outputs["id"]!, StringComparison.Ordinal);
    }
}
