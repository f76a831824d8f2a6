namespace Monolith.Plugins.Tests.Deployment.Containers;

public sealed class ImageTests : ContainerTestBase
{
    [Fact]
    public async Task BuildImage_StepFails_SaysWhatTheEngineSays()
    {
        await using var engine = await EngineAsync();
        Workspace.Write("source/Dockerfile", "FROM scratch\nCOPY nothing /there\n");

        var result = await RunAsync("build_image", new { socket = Socket, image = "localhost/web:1" });

        result.FailedWith(AgentErrorCodes.TaskExecutionFailed).Says("The build failed").Says("nothing");
    }

    [Fact]
    public async Task Push_NoEngine_SaysHowToStartOne()
    {
        var result = await RunAsync("push", new { socket = Socket, image = "localhost/web:1" });

        result.FailedWith(AgentErrorCodes.InsufficientResources).Says(Socket).Says("install podman");
    }
}
