using Monolith.Plugins.Deployment;

namespace Monolith.Plugins.Tests.Deployment.Deploying;

/// <summary>What a stage asks for wrongly.</summary>
public sealed class RequestTests : DeploymentTestBase
{
    [Fact]
    public async Task Deploy_Incomplete_NamesAllThatIsMissing()
    {
        var result = await RunAsync("deploy", new { target = new { name = "app", port = Port, state = State } });

        result.FailedWith(AgentErrorCodes.TaskValidationFailed).Says("path and command");
    }

    [Fact]
    public async Task Deploy_VariablesName_CannotBeScript()
    {
        var variables = new Dictionary<string, string> { ["A=1;touch /tmp/x;B"] = "1" };

        var result = await Stage.RunUncheckedAsync(
            new DeploymentAgent(), Context("deploy", new Dictionary<string, object>(App("1")) { ["environment"] = variables }));

        result.FailedWith(AgentErrorCodes.TaskValidationFailed).Says("is no name of a variable");
    }

    [Fact]
    public async Task Deploy_GatewaysPortTaken_SaysSo()
    {
        await using var other = await WebServer.StartAsync(_ => Task.CompletedTask);

        var result = await DeployAsync(new(App("1")) { ["target"] = new { name = "app", port = new Uri(other.Url).Port, state = State } });

        result.FailedWith(AgentErrorCodes.InsufficientResources).Says("address already in use");
    }
}
