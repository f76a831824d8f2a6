using System.Text;

namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>Three versions of many files at random: what the agent makes of each is what git makes when it favours a side, byte for byte.</summary>
public sealed class RandomMergeTests : IntegrationTestBase
{
    private const int Files = 200;

    [Theory]
    [InlineData(1, "ours")]
    [InlineData(2, "theirs")]
    public async Task Merge_RandomFiles_EqualsGitsOwnChoice(int seed, string side)
    {
        var random = new Random(seed);
        var bases = Enumerable.Range(0, Files).Select(_ => File(random)).ToList();
        CommitBytes("main", "First", Versions(bases));
        CommitBytes("feature", "Feature", Versions([.. bases.Select(lines => Changed(random, lines))]));
        On("main");
        CommitBytes("main", "Main", Versions([.. bases.Select(lines => Changed(random, lines))]));
        Git("branch", "reference");

        var result = (await RunAsync("merge_branch", $$"""{ "source": "feature", "conflicts": "{{side}}" }""")).Succeeded();

        Git("checkout", "--quiet", "reference");
        Git("-c", "merge.conflictStyle=zdiff3", "merge", "--quiet", "--strategy-option", side, "feature");
        Assert.Equal("", Git("diff", "--name-only", "main", "reference"));
        Assert.InRange(result.Metrics["conflicts"], 50, 10_000);
    }

    private static (string, byte[]?)[] Versions(IReadOnlyList<List<byte[]>> files) =>
        [.. files.Select((lines, number) => ($"file{number}.txt", (byte[]?)lines.SelectMany(line => line).ToArray()))];

    // Few different lines, so that they repeat; every kind of line end, and bytes that are no UTF-8.
    private static List<byte[]> File(Random random)
    {
        var end = new[] { "\n", "\r\n" }[random.Next(2)];
        return [.. Enumerable.Range(0, random.Next(40)).Select(_ => Line(random, random.Next(20) == 0 ? "\r\n" : end))];
    }

    private static byte[] Line(Random random, string end) => random.Next(12) switch
    {
        0 => [0xff, .. Encoding.ASCII.GetBytes(end)],
        1 => Encoding.ASCII.GetBytes(end),
        2 => Encoding.ASCII.GetBytes("=======" + end),
        var letter => Encoding.UTF8.GetBytes($"ä line {letter}{random.Next(5)}{end}"),
    };

    private static List<byte[]> Changed(Random random, List<byte[]> lines)
    {
        var changed = lines.ToList();
        for (var changes = random.Next(6); changes > 0; changes--)
        {
            var at = random.Next(changed.Count + 1);
            if (at < changed.Count && random.Next(3) > 0)
            {
                changed.RemoveAt(at);
            }

            changed.InsertRange(at, Enumerable.Range(0, random.Next(3)).Select(_ => Line(random, "\n")));
        }

        if (changed.Count > 0 && random.Next(3) == 0)
        {
            changed[^1] = changed[^1][..^1];
        }

        return changed;
    }
}
