using System.Net;
using System.Text;
using Monolith.Plugins.E2e.Results;

namespace Monolith.Plugins.E2e.Reports;

/// <summary>One page that needs nothing beside it: no script, and pictures within.</summary>
internal sealed class HtmlReport(string folder)
{
    private const long MostImageBytes = 20 * 1024 * 1024;

    private readonly StringBuilder page = new();
    private long imageBytes;

    public static async Task<string> WriteAsync(SuiteResult suite, string title, DateTimeOffset at, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "report.html");
        await File.WriteAllTextAsync(file, new HtmlReport(folder).Page(suite, title, at), cancellationToken);
        return file;
    }

    private static string Style
    {
        get
        {
            using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
            return reader.ReadToEnd();
        }
    }

    private string Page(SuiteResult suite, string title, DateTimeOffset at)
    {
        page.Append($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>{Text(title)}</title>
            <style>
            {Style}</style>
            </head>
            <body>
            <main>
            <h1>{Text(title)}</h1>
            <p>{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC · {Time(suite.Duration)} · {Text(string.Join(", ", suite.Browsers))}</p>
            <ul class="counts">

            """);
        foreach (var status in Enum.GetValues<Status>())
            page.Append($"<li class=\"{Word(status)}\"><strong>{suite.Count(status)}</strong> {Word(status)}</li>\n");
        page.Append("</ul>\n");
        foreach (var notice in suite.Missing.Values.Concat(suite.Notices))
            page.Append($"<p class=\"unknown\">{Text(notice)}</p>\n");
        foreach (var scenario in suite.Scenarios)
            Add(scenario);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private void Add(ScenarioResult scenario)
    {
        var open = scenario.Status is Status.Failed or Status.Flaky ? " open" : "";
        page.Append($"<details{open}><summary><strong class=\"{Word(scenario.Status)}\">{Word(scenario.Status)}</strong> {Text(scenario.Name)} "
            + $"<span class=\"soft\">{Text(scenario.Browser)} · {Text(scenario.File)}:{scenario.Line} · {Time(scenario.Milliseconds)}</span></summary>\n");
        if (scenario.Attempts.Count == 0)
            page.Append($"<p>{Text(scenario.Reason)}</p>\n");
        foreach (var attempt in scenario.Attempts)
            Add(attempt, scenario.Attempts.Count > 1);
        page.Append("</details>\n");
    }

    private void Add(AttemptResult attempt, bool numbered)
    {
        if (numbered)
            page.Append($"<h2 class=\"{(attempt.Passed ? "good" : "bad")}\">Attempt {attempt.Number}</h2>\n");
        page.Append("<ol>\n");
        foreach (var step in attempt.Steps)
            page.Append($"<li class=\"{(step.Passed ? "good" : "bad")}\">{Text(step.Title)} <span class=\"soft\">line {step.Line} · {Time(step.Milliseconds)}</span></li>\n");
        page.Append("</ol>\n");
        if (attempt.Fault.Length > 0)
            page.Append($"<pre>{Text(attempt.Fault)}</pre>\n");
        foreach (var file in attempt.Files)
            page.Append(Image(file) ?? $"<p>Kept beside this report: {Text(file)}</p>\n");
    }

    private string? Image(string file)
    {
        var path = Path.Combine(folder, file);
        if (Path.GetExtension(file) != ".png" || !File.Exists(path) || (imageBytes += new FileInfo(path).Length) > MostImageBytes)
            return null;
        var data = Convert.ToBase64String(File.ReadAllBytes(path));
        return $"<figure><img alt=\"Screenshot {Text(file)}\" src=\"data:image/png;base64,{data}\"><figcaption class=\"soft\">{Text(file)}</figcaption></figure>\n";
    }

    private static string Word(Status status) => status.ToString().ToLowerInvariant();

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Time(double milliseconds) => DurationText.Format(TimeSpan.FromMilliseconds(milliseconds));
}
