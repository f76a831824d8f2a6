using System.Net;
using Markdig;

namespace Monolith.Pipelines.Api.Artifacts;

/// <summary>How a kept file is shown.</summary>
/// <param name="ContentType">Of what is sent.</param>
/// <param name="Draw">Makes a page of the file's text; null where the file itself is sent.</param>
internal sealed record PreviewKind(string ContentType, Func<string, string>? Draw = null)
{
    private const string Page = "text/html; charset=utf-8";

    // What the text has of HTML stays text.
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().Build();

    private static readonly PreviewKind Text = new("text/plain; charset=utf-8");

    private static readonly Dictionary<string, PreviewKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = new(Page, text => Frame(Markdig.Markdown.ToHtml(text, Markdown))),
        [".markdown"] = new(Page, text => Frame(Markdig.Markdown.ToHtml(text, Markdown))),
        [".diff"] = new(Page, text => Frame(Diff(text))),
        [".patch"] = new(Page, text => Frame(Diff(text))),
        [".html"] = new(Page),
        [".htm"] = new(Page),
        [".png"] = new("image/png"),
        [".jpg"] = new("image/jpeg"),
        [".jpeg"] = new("image/jpeg"),
        [".gif"] = new("image/gif"),
        [".webp"] = new("image/webp"),
        [".svg"] = new("image/svg+xml"),
        [".txt"] = Text,
        [".log"] = Text,
        [".json"] = Text,
        [".xml"] = Text,
        [".trx"] = Text,
        [".yaml"] = Text,
        [".yml"] = Text,
        [".csv"] = Text,
    };

    /// <returns>Null for what a browser does not show.</returns>
    public static PreviewKind? Of(string name) => Kinds.GetValueOrDefault(Path.GetExtension(name));

    private static string Diff(string text) => $"<pre>{string.Join('\n', text.Split('\n').Select(Line))}</pre>";

    private static string Line(string line)
    {
        var encoded = WebUtility.HtmlEncode(line);
        return line switch
        {
            ['+', ..] => $"<ins>{encoded}</ins>",
            ['-', ..] => $"<del>{encoded}</del>",
            _ => encoded,
        };
    }

    private static string Frame(string body) => $$"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Preview</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 1rem; color: #1a1f26; background: #fff; }
        pre { overflow: auto; }
        table { border-collapse: collapse; }
        td, th { border: 1px solid #c9ced6; padding: .25rem .5rem; }
        ins { background: #d9f2df; text-decoration: none; }
        del { background: #fbdcd9; text-decoration: none; }
        </style>
        <body>{{body}}</body>
        </html>
        """;
}
