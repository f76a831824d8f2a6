using Monolith.Access.Tests.Support;

namespace Monolith.Access.Tests.Audit;

[Collection(OneKeyedHost.Name)]
public sealed class AuditForgeryTests(KeyedHostFixture keyed)
{
    [Fact]
    public async Task Verify_ExportAsItWas_IsValid() => Assert.Equal((0, true), await VerifyAsync(lines => lines));

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("swapped")]
    [InlineData("cut")]
    [InlineData("beheaded")]
    [InlineData("resigned")]
    public async Task Verify_ExportThatSomebodyForged_IsFound(string how) => Assert.Equal((1, false), await VerifyAsync(lines => Forge([.. lines], how)));

    private static List<string> Forge(List<string> lines, string how)
    {
        var middle = lines.Count / 2;
        switch (how)
        {
            case "changed": lines[middle] = lines[middle].Replace("\"who\":\"", "\"who\":\"not-", StringComparison.Ordinal); break;
            case "removed": lines.RemoveAt(middle); break;
            case "swapped": (lines[middle], lines[middle + 1]) = (lines[middle + 1], lines[middle]); break;
            case "cut": lines.RemoveAt(lines.Count - 2); break;
            case "beheaded": lines.RemoveAt(lines.Count - 1); break;
            default: lines[^1] = lines[^1].Replace("\"number\":", "\"number\":1", StringComparison.Ordinal); break;
        }

        return lines;
    }

    private async Task<(int ExitCode, bool IsValid)> VerifyAsync(Func<string[], IEnumerable<string>> forge)
    {
        await keyed.Admin.NewKeyAsync("forged", "viewer");
        var path = await keyed.Admin.ExportAsync();
        await File.WriteAllLinesAsync(path, forge(await File.ReadAllLinesAsync(path)));
        using var output = new StringWriter();
        var exitCode = await AccessModule.VerifyAuditAsync(path, null, output, output, CancellationToken.None);
        return (exitCode, output.ToString().StartsWith("VALID", StringComparison.Ordinal));
    }
}
