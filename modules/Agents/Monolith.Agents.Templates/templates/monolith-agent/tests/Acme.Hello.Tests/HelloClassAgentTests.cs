using Monolith.Agents.Testing;

namespace Acme.Hello.Tests;

public sealed class HelloClassAgentTests
{
    [Fact]
    public async Task Greet_Name_IsGreetedAndKept()
    {
        using var test = new AgentTest(new HelloClassAgent());

        var run = await test.RunAsync("greet-action", """{ "name": "Ada" }""");

        run.Succeeded().HasOutput("greeting", "Hello, Ada!").HasMetric("greeting.length", 11).HasArtifact("greeting").Logged("Ada");
    }
}
