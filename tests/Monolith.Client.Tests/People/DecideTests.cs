using System.Text.RegularExpressions;
using Monolith.Client.Tests.Support;

namespace Monolith.Client.Tests.People;

[Collection(OneHost.Name)]
public sealed partial class DecideTests(HostFixture host)
{
    [Fact]
    public async Task Run_WaitsForPeople_SaysWhatToTypeAndGoesOnWhenItIsTyped()
    {
        var left = await Typed.AtAsync(host, "run", host.Write("consult.yaml", Definitions.Consult), "--non-interactive");
        Assert.True(left.ExitCode == 10, $"{left}");
        var run = Regex.Match(left.Out, "Run ([0-9a-f-]+)").Groups[1].Value;

        var listed = await Typed.AtAsync(host, "decisions");
        var approved = await Typed.AtAsync(host, Words(left.Out, "approve"));
        Assert.Contains("Move the data, as it is?", listed.Out, StringComparison.Ordinal);
        Assert.True(approved.ExitCode == 0, $"{approved}");
        Assert.EndsWith(" approved\n", approved.Out, StringComparison.Ordinal);

        var asked = await Typed.AtAsync(host, "watch", run, "--non-interactive");
        Assert.True(asked.ExitCode == 10, $"{asked}");
        var clarify = Words(asked.Out, "clarify");
        Assert.Equal("why: Why?\n", (await Typed.AtAsync(host, "clarify", clarify[1])).Out);
        Assert.EndsWith(" answered\n", (await Typed.AtAsync(host, clarify)).Out, StringComparison.Ordinal);

        Assert.Equal(0, (await Typed.AtAsync(host, "watch", run)).ExitCode);
    }

    [Fact]
    public async Task Decide_Abort_FailsTheRun()
    {
        var left = await Typed.AtAsync(host, "run", host.Write("aborted.yaml", Definitions.Consult), "--non-interactive");
        var decision = Words(left.Out, "approve")[1];

        var aborted = await Typed.AtAsync(host, "decide", decision, "abort", "--reason", "No");

        Assert.True(aborted.ExitCode == 0, $"{aborted}");
        Assert.Equal(1, (await Typed.AtAsync(host, "watch", Regex.Match(left.Out, "Run ([0-9a-f-]+)").Groups[1].Value)).ExitCode);
    }

    /// <summary>The command that is told, as a shell would read it.</summary>
    private static string[] Words(string told, string command) =>
        [.. Word().Matches(Regex.Match(told, $"monolith ({command} .*)").Groups[1].Value).Select(word => word.Value.Replace("'", "", StringComparison.Ordinal))];

    [GeneratedRegex("('[^']*'|[^ '])+")]
    private static partial Regex Word();
}
