using System.Text.RegularExpressions;
using Monolith.Agents.Tests.Readme;

namespace Monolith.Agents.Tests.Analyzers;

/// <summary>The page is the test: of each rule one example that it reports and one that no rule does.</summary>
public sealed partial class AnalyzersPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Pages.Agents)!, "analyzers.md"));

    private static readonly string[] Ids = [.. Section().Matches(Page).Select(section => section.Groups["id"].Value)];

    public static TheoryData<string> Rules => [.. Ids];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_ItsExamples_FirstIsReportedSecondIsNot(string id)
    {
        var section = Section().Matches(Page).Single(found => found.Groups["id"].Value == id).Groups["text"].Value;
        var examples = Block().Matches(section).Select(block => Snippet.Agent(block.Groups["code"].Value)).ToList();

        Assert.Equal(2, examples.Count);
        Assert.Equal([id], await Snippet.ReportedAsync(examples[0]));
        Assert.Empty(await Snippet.ReportedAsync(examples[1]));
    }

    [Fact]
    public void Rules_OfThePage_AreAllThereAre() =>
        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"MONO00{number}"), Ids);

    [GeneratedRegex(@"^## (?<id>MONO\d+)$(?<text>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
