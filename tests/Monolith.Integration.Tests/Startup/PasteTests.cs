using System.Diagnostics;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

/// <summary>A person at the terminal pastes what a run that waits for them prints.</summary>
public sealed class PasteTests
{
    private const string Definition = """
        name: release
        stages:
          - id: deploy
            agent: command
            action: run
            clarify: { text: "Deploy it" }
            parameters: { script: "echo deployed" }
          - id: announce
            agent: command
            action: run
            needs: [deploy]
            decision: { category: architectural_change, title: "Ada's \u001b[31mannouncement", description: "To all.", options: ["it's now", tonight] }
            parameters: { script: "echo announced" }
        """;

    [Fact]
    public async Task Run_WaitsForAPerson_PrintedCommandsAnswerAndApprove()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder["release.yaml"], Definition);

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["run", folder["release.yaml"]], Paste);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Ada's [31mannouncement", output, StringComparison.Ordinal);
        Assert.Contains("Anybody may approve until ", output, StringComparison.Ordinal);
        Assert.Contains("To choose from: it's now, tonight", output, StringComparison.Ordinal);
    }

    private static void Paste(string line)
    {
        if (line.TrimStart().StartsWith("curl ", StringComparison.Ordinal))
            Process.Start("sh", ["-c", $"{line} -s -o /dev/null"]).Dispose();
    }
}
