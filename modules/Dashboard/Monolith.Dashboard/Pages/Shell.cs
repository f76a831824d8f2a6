using System.Text.Encodings.Web;
using Monolith.Dashboard.Serving;

namespace Monolith.Dashboard.Pages;

/// <summary>What is around every page: navigation, and the script that fills it.</summary>
internal static class Shell
{
    public static string Html(Page page, Looker looker, AssetLibrary assets)
    {
        var at = $"{Text(looker.Base)}{AssetRoutes.Prefix}/{assets.Version}";
        var script = $"pages/{page.Script}.js";
        return $"""
            <!doctype html>
            <html lang="en" data-base="{Text(looker.Base)}" data-roles="{string.Join(' ', looker.Roles)}" data-name="{Text(looker.Name ?? "")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{page.Title} - Monolith</title>
            <link rel="stylesheet" href="{at}/{AssetLibrary.Style}">
            <link rel="icon" type="image/svg+xml" href="{at}/styles/icon.svg">
            {string.Concat(assets.Imports.Of(script).Select(name => $"<link rel=\"modulepreload\" href=\"{at}/{name}\">"))}
            <script type="module" src="{at}/{script}"></script>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header>
            <a class="mark" href="{Text(looker.Base)}/runs">Monolith</a>
            <nav aria-label="Pages">
            {Navigation(page, looker)}
            </nav>
            {Person(looker)}
            </header>
            <main id="main" tabindex="-1">
            <h1>{page.Title}</h1>
            <noscript><p>These pages need JavaScript. The same is to be had by the <a href="{Text(looker.Base)}/docs">API</a>.</p></noscript>
            </main>
            <div id="news" role="status" aria-live="polite"></div>
            </body>
            </html>
            """;
    }

    private static string Navigation(Page page, Looker looker) => string.Join('\n', Page.All
        .Where(one => one.IsInNavigation && looker.MaySee(one))
        .Select(one => $"<a href=\"{Text(looker.Base)}{one.Path}\"{(one.Path == page.Area ? " aria-current=\"page\"" : "")}>{one.Title}</a>")
        .Append($"<a href=\"{Text(looker.Base)}/docs\">API</a>"));

    private static string Person(Looker looker) => looker.Name is null
        ? ""
        : $"<span class=\"person\">{Text(looker.Name)} <a href=\"{Text(looker.Base)}/sign-out\">Sign out</a></span>";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
