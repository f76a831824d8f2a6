using System.Text.Json;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.TestResults;

/// <summary>What <c>go test -json</c> prints: an event a line.</summary>
internal static class GoTestEvents
{
    // A longer line may come cut, and can only be one that a test printed.
    private const int MostOfALine = 16_384;

    /// <exception cref="JsonException">The output is cut off.</exception>
    public static TestCounts Read(IEnumerable<string> output)
    {
        var ended = new Dictionary<GoTest, string>();
        var printed = new Dictionary<GoTest, string>();
        foreach (var line in output.Where(line => line.StartsWith('{') && line.Length < MostOfALine))
        {
            using var document = JsonDocument.Parse(line);
            var happened = document.RootElement;
            if (happened.Word("Test") is not { } name || happened.Word("Action") is not { } action)
            {
                continue;
            }

            var test = new GoTest(happened.Word("Package") ?? "", name);
            if (action == "output")
            {
                printed[test] = printed.GetValueOrDefault(test) + happened.Word("Output");
            }
            else if (action is "pass" or "fail" or "skip")
            {
                ended[test] = action;
            }
        }

        return Count(ended, printed);
    }

    // Of a test with rows the rows count; the test itself only where it failed and none of them did.
    private static TestCounts Count(Dictionary<GoTest, string> ended, Dictionary<GoTest, string> printed)
    {
        var withRows = ended.Keys.Select(test => test.Parent).OfType<GoTest>().ToHashSet();
        var withFailedRows = ended.Where(test => test.Value == "fail").Select(test => test.Key.Parent).OfType<GoTest>().ToHashSet();
        var failed = ended.Where(test => test.Value == "fail" && !withFailedRows.Contains(test.Key)).Select(test => test.Key);
        return new TestCounts(
            ended.Count(test => test.Value == "pass" && !withRows.Contains(test.Key)),
            ended.Count(test => test.Value == "skip" && !withRows.Contains(test.Key)),
            [.. failed.Select(test => new FailedTest(test.ToString(), Message(printed.GetValueOrDefault(test))))]);
    }

    private static string Message(string? printed)
    {
        var lines = (printed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("===", StringComparison.Ordinal) && !line.StartsWith("---", StringComparison.Ordinal));
        return string.Join('\n', lines) is { Length: > 0 } message ? message : "It printed nothing.";
    }

    private sealed record GoTest(string Package, string Name)
    {
        public GoTest? Parent => Name.LastIndexOf('/') is > 0 and var end ? new GoTest(Package, Name[..end]) : null;

        public override string ToString() => $"{Package}.{Name}";
    }
}
