using System.Text.RegularExpressions;
using Monolith.Integration.Tests.Hosting;
using Xunit.Abstractions;

namespace Monolith.Integration.Tests.Docs;

/// <summary>An author pastes the page of the two minutes, while a host runs. How long it took is in the output.</summary>
public sealed partial class AuthoringTests(ITestOutputHelper output)
{
    private const string Packs = "dotnet cake --target Pack";

    [Fact]
    [Trait("Length", "Long")]
    public async Task Page_Pasted_AgentWorksInALiveHost()
    {
        using var folder = new TestFolder();
        using var papers = new TestFolder();
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await using var host = await HostProcess.StartAsync(folder.Path);
        var blocks = DocPages.Blocks(DocPages.Authoring).ToList();
        (string, string)[] apart =
        [
            ("DATA", folder.Path), ("DOTNET_CLI_HOME", papers["home"]), ("NUGET_PACKAGES", papers["packages"]), ("DOTNET_NOLOGO", "1"), ("MSBUILDDISABLENODEREUSE", "1"),
            ("RestoreFallbackFolders", packages),
        ];

        // Packed here, and not where the repository's own packages go.
        var once = await PastedBlocks.RunAsync(host, papers.Path, [Pack, blocks[0].Replace($"dotnet tool restore && {Packs}", "", StringComparison.Ordinal)], apart);
        Assert.True(once.ExitCode == 0, once.Output);
        var began = TimeProvider.System.GetTimestamp();
        var pasted = await PastedBlocks.RunAsync(host, papers.Path, blocks.Skip(1), apart);
        Assert.True(pasted.ExitCode == 0 && blocks.Count == 4, pasted.Output);
        var run = await host.Http.EndAsync(Guid.Parse(RunId().Match(pasted.Output).Groups["id"].Value));
        output.WriteLine($"From template to the end of the first run: {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s");

        Assert.Contains(Packs, blocks[0], StringComparison.Ordinal);
        Assert.Equal("success", run.GetProperty("status").GetString());
        Assert.Equal("Hello, Ada!", run.GetProperty("stages")[0].GetProperty("outputs").GetProperty("greeting").GetString());
    }

    private static string Pack { get; } = string.Join('\n', new[] { "Sdk", "Testing", "Extensions.AI", "Templates" }
        .Select(part => $"NUGET_PACKAGES=$RestoreFallbackFolders RestoreFallbackFolders= command dotnet pack $ROOT/modules/Agents/Monolith.Agents.{part} -c Release -o $PWD/artifacts/packages -v q"));

    [GeneratedRegex("\"id\":\"(?<id>[0-9a-f-]{36})\"")]
    private static partial Regex RunId();
}
