using System.Text.RegularExpressions;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Docs;

/// <summary>What the pages name is there.</summary>
[Collection(OneHost.Name)]
public sealed partial class NamedThingsTests(HostFixture host)
{
    /// <summary>In an example of a route of one's own.</summary>
    private const string MadeUp = "/api/v1/things";

    [Fact]
    public async Task Routes_OfThePages_AreRoutesOfTheHost()
    {
        var document = await host.Http.JsonAsync("/openapi/v1.json");
        List<string[]> known = [.. document.GetProperty("paths").EnumerateObject().Select(path => path.Name.Split('/'))];

        Check(Named(Route()).Where(found => found.Text != MadeUp).Select(found => (found.Page, found.Text.TrimEnd('.', '/'))), '/', known);
    }

    [Fact]
    public void Settings_OfThePages_AreSettings()
    {
        List<string[]> known = [.. SettingRow().Matches(File.ReadAllText(Path.Combine(DocPages.Root, "host", "settings.md"))).Select(row => row.Groups["setting"].Value.Split(':'))];
        // Below these people choose the names.
        string[] free = ["Secrets", "FeatureManagement"];

        Check(Named(Setting()).Where(found => found.Text.Split(':')[0] is var section && !free.Contains(section) && known.Exists(row => row[0] == section)), ':', known);
    }

    [Fact]
    public void CakeTargets_OfThePages_AreTargets()
    {
        var script = File.ReadAllText(Path.Combine(DocPages.Root, "build.cake"));

        string[] missing = [.. Named(Target()).Where(found => !script.Contains($"Task(\"{found.Text}\")", StringComparison.Ordinal)).Select(Told)];
        Assert.Empty(missing);
    }

    private static IEnumerable<(string Page, string Text)> Named(Regex what) =>
        DocPages.All.SelectMany(page => what.Matches(page.Value).Select(found => (page.Key, found.Groups["text"].Value))).Distinct();

    private static string Told((string Page, string Text) found) => $"{found.Page} names {found.Text}";

    private static void Check(IEnumerable<(string Page, string Text)> named, char separator, List<string[]> known)
    {
        var all = named.ToList();
        string[] missing = [.. all.Where(found => !known.Exists(one => Fits(found.Text.Split(separator), one))).Select(Told)];

        Assert.True(all.Count > 40, $"{all.Count} found");
        Assert.Empty(missing);
    }

    /// <summary>Whether it is one, or the beginning of one; what is in braces, brackets or capitals stands for anything.</summary>
    private static bool Fits(string[] named, string[] known) =>
        named.Length <= known.Length && named.Zip(known).All(pair => pair.First == pair.Second || IsAnything(pair.First) || IsAnything(pair.Second));

    private static bool IsAnything(string part) => part.AsSpan().IndexOfAny("{[$*") >= 0 || (part.Length > 1 && part.All(letter => char.IsUpper(letter) || letter == '_'));

    [GeneratedRegex(@"(?<text>/api/v1/[A-Za-z0-9{}:/._-]+)")]
    private static partial Regex Route();

    [GeneratedRegex("`(?<text>[A-Z][A-Za-z]+(:[A-Za-z]+)+)`")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| `(?<setting>[A-Za-z]+:[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex("--target (?<text>[A-Za-z]+)")]
    private static partial Regex Target();
}
