using System.Diagnostics;
using System.Text.RegularExpressions;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Startup;

public sealed partial class PluginsCommandTests
{
    [Fact]
    public async Task ExampleOfThePage_AsPasted_SignsVerifiesAndIsARightSetting()
    {
        using var folder = new TestFolder();
        Plugins.Drop(folder.Path, "hello", Built.Recorder);
        var example = Example().Match(await File.ReadAllTextAsync(Built.AgentsPage)).Groups["commands"].Value;
        var commands = example.Replace("dotnet run --project host --", $"dotnet {Built.HostAssembly}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder["paste.sh"], $"set -e\ncd {folder.Path}\nDATA={folder.Path}\n{commands}");

        var (exitCode, output) = await ShellAsync(folder["paste.sh"]);

        Assert.True(exitCode == 0, output);
        Assert.Contains("VALID: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", output, StringComparison.Ordinal);
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "plugins", "hello", "added.txt"), "");
        var (verified, said) = await HostProcess.RunAsync(folder.Path, ["plugins", "verify", Path.Combine(folder.Path, "plugins", "hello")]);
        Assert.Equal(1, verified);
        Assert.StartsWith("INVALID: Its files are not those that were signed", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plugins burn", "The command is not complete, or an option is none of it. Usage: plugins keygen")]
    [InlineData("plugins sign . --key", "--key stands once, with a value after it.")]
    [InlineData("plugins verify /nowhere", "There is no folder '/nowhere'.")]
    public async Task Run_WrongWords_ExitsWithTwoAndOneLine(string words, string said)
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, words.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.StartsWith(said, Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> ShellAsync(string script)
    {
        var start = new ProcessStartInfo("sh", [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["Storage__DataDirectory"], start.Environment["ASPNETCORE_URLS"]) = (Path.GetDirectoryName(script), "http://127.0.0.1:0");
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, output + await shell.StandardError.ReadToEndAsync());
    }

    [GeneratedRegex(@"^## Trust\n.*?^```bash\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
