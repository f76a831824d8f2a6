namespace Monolith.Plugins.Tests.Deployment.Deploying;

public sealed class ForeignListenerTests : DeploymentTestBase
{
    [Fact]
    public async Task Deploy_SomethingElseAnswersAtTheInstancesPort_IsNotTakenForIt()
    {
        var app = App("1");
        // Without the variable by which instances are known it is somebody else's.
        app["command"] = new[] { "sh", "-c", $"env -u MONOLITH_INSTANCE timeout 60 dotnet {typeof(SampleApp).Assembly.Location} app {{port}} 1 none & exec sleep 60" };
        app["health"] = new { path = "/health", within = "6s" };

        var error = (await DeployAsync(app)).Error!;

        Assert.Contains("is answered by something else", error.Message, StringComparison.Ordinal);
    }
}
