using System.Text;
using System.Text.Encodings.Web;
using Monolith.Kernel;

namespace Monolith.Operations.Errors;

/// <summary>The catalogue as a page: no script, nothing from elsewhere, an anchor for each code.</summary>
internal static class ErrorPage
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Errors - Monolith</title>
        <style>
        :root { color-scheme: light dark; --line: light-dark(#c8ccd2, #454b54); --mark: light-dark(#fff3c4, #4a4013); }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; background: light-dark(#ffffff, #15181c); color: light-dark(#1b1f24, #e4e7eb); }
        a { color: light-dark(#0b57a4, #8ec5ff); }
        section { border-top: 1px solid var(--line); padding: .5rem; overflow-wrap: anywhere; }
        section:target { background: var(--mark); }
        h3 { font: 600 1rem ui-monospace, monospace; margin: 0; }
        p { margin: .25rem 0; }
        </style>
        </head>
        <body>
        <main>
        <h1>Errors</h1>
        <p>Every error of the API, of runs and of log lines has one of these codes. Programs read them at <a href="api/v1/errors">/api/v1/errors</a>.</p>

        """;

    private const string Foot = "</main>\n</body>\n</html>\n";

    public static string Html { get; } = Build();

    private static string Build()
    {
        var page = new StringBuilder(Head);
        foreach (var category in ErrorCatalog.All.GroupBy(entry => entry.Category))
        {
            page.Append("<h2>").Append(Text(category.Key)).Append("</h2>\n");
            foreach (var entry in category)
                Append(page, entry);
        }

        return page.Append(Foot).ToString();
    }

    private static void Append(StringBuilder page, ErrorEntry entry)
    {
        var code = Text(entry.Code);
        page.Append("<section id=\"").Append(code).Append("\">\n<h3><a href=\"#").Append(code).Append("\">").Append(code).Append("</a></h3>\n<p>")
            .Append(Text(entry.Meaning)).Append("</p>\n<p>").Append(Text(entry.Hint)).Append("</p>\n<p><small>severity ").Append(Text(entry.Severity))
            .Append(entry.Retryable ? ", may succeed when tried again" : ", will not succeed by trying again").Append("</small></p>\n</section>\n");
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
