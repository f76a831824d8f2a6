using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.E2e;

public sealed class NodeTests : E2eTestBase
{
    /// <summary>As where a distribution's node is too old: the package's own is taken.</summary>
    [Fact]
    public async Task Run_OldNodeOnThePath_DoesAllTheSame()
    {
        var tools = Directory.CreateDirectory(Workspace.At("tools")).FullName;
        Workspace.Write("tools/node", "#!/bin/sh\necho v18.20.4\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Workspace.At("tools", "node"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var stage = Context("run", new JsonObject { ["app"] = App, ["inline"] = "scenarios: [{ name: Opens, steps: [{ open: / }] }]" });
        var context = new TestContext
        {
            Action = stage.Action,
            Workspace = stage.Workspace,
            Parameters = stage.Parameters,
            Environment = new Dictionary<string, string> { ["PATH"] = $"{tools}:{System.Environment.GetEnvironmentVariable("PATH")}" },
        };

        var result = (await DoAsync(context)).Succeeded(context);

        Assert.Equal(1, result.Metrics["e2e.passed"]);
    }
}
