using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Evidence;

public sealed class CommandTests
{
    [Theory]
    [InlineData("The file is missing. Usage: verify-evidence FILE")]
    [InlineData("'--colour' is not understood. Usage:", "FILE", "--colour")]
    [InlineData("--public-key stands once, with a path after it. Usage:", "FILE", "--public-key")]
    [InlineData("Could not find file", "no-such-file")]
    [InlineData("is not an evidence bundle", "FILE")]
    [InlineData("--public-key: 'FILE' is not an ECDSA key as PEM", "FILE", "--public-key", "FILE")]
    [InlineData("--artifacts: there is no folder 'nowhere'", "FILE", "--artifacts", "nowhere")]
    public async Task Verify_WrongUse_SaysInOneLineWhatIsWrong(string said, params string[] words)
    {
        using var folder = new TestFolder();
        var file = folder["some.txt"];
        await File.WriteAllTextAsync(file, "some text\n");

        var (exitCode, output) = await EvidenceTests.VerifyAsync(folder, [.. words.Select(word => word.Replace("FILE", file, StringComparison.Ordinal))]);

        Assert.Equal(2, exitCode);
        Assert.Contains(said.Replace("'FILE'", $"'{file}'", StringComparison.Ordinal), Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
