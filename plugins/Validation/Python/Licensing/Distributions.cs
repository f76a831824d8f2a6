using System.Text.Json;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Licenses;

namespace Monolith.Plugins.Validation.Python.Licensing;

/// <summary>The distributions that the repository depends on, by what Python itself knows of them.</summary>
internal static class Distributions
{
    private const int MostOfALicense = 60;

    public static async Task<Outcome<IReadOnlyList<Dependency>>> FindAsync(PythonProject project, CancellationToken cancellationToken)
    {
        var result = await project.RunScriptAsync("licenses.py", [], cancellationToken);
        return JsonReport.Parse(result.StandardOutput) is { } answer
            ? answer.Items("distributions").Select(Read).ToArray()
            : Failed.Execution($"Python does not say what is installed, so licences are unknown: {result.LastLines()}");
    }

    private static Dependency Read(JsonElement distribution) => new(
        distribution.Word("name") ?? "?",
        distribution.Word("version") ?? "?",
        distribution.Word("licence") ?? (distribution.Member("licence") is { } said ? Named(said) : null));

    // A field for a name, in which many write the whole text; then the classifiers tell.
    private static string? Named(JsonElement said)
    {
        if (said.Items("classifiers").Select(one => Classifiers.License(one.GetString()!)).OfType<string>().ToList() is { Count: > 0 } known)
        {
            return string.Join(" OR ", known.Distinct());
        }

        return said.Word("license") is { Length: > 0 } license && license != "UNKNOWN"
            ? license.Length <= MostOfALicense && !license.Contains('\n', StringComparison.Ordinal) ? license.Trim() : LicenseText.Recognise(license)
            : null;
    }
}
