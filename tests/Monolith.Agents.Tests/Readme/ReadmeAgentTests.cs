using System.Text.RegularExpressions;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Readme;

public sealed partial class ReadmeAgentTests
{
    // A build server would outlive the test.
    private static readonly string[] NoServers = ["-nodeReuse:false", "-p:UseSharedCompilation=false"];

    [Fact]
    public async Task AgentIn20Lines_AsPasted_BuildsLoadsAndGreets()
    {
        using var call = new Call();
        await using var host = new AgentHost();
        var readme = await File.ReadAllTextAsync(Pages.Agents);
        call.Workspace.File("hello.csproj", Block(readme, "xml"));
        call.Workspace.File("HelloAgent.cs", Block(readme, "csharp"));

        var plugin = Path.Combine(host.Dropped, "hello");
        var published = await call.ProgramAsync(new(
            "dotnet",
            ["publish", "hello.csproj", "-o", plugin, $"-p:MonolithHost={AppContext.BaseDirectory}", .. NoServers]));
        Assert.True(published.ExitCode == 0, published.StandardOutput);
        await host.StartAsync();
        var result = await host.Invoker.InvokeAsync(call.Of("hello", "greet", """{"name":"Ada"}"""), default);

        Assert.Equal("Hello, Ada!", (string?)result.Outputs["greeting"]);
    }

    private static string Block(string readme, string language) =>
        Blocks().Matches(readme).First(match => match.Groups["language"].Value == language).Groups["text"].Value;

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
