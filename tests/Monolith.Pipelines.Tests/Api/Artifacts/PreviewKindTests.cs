using Monolith.Pipelines.Api.Artifacts;

namespace Monolith.Pipelines.Tests.Api.Artifacts;

public sealed class PreviewKindTests
{
    [Fact]
    public void Draw_MarkdownWithHtml_ShowsItAsText()
    {
        var page = PreviewKind.Of("notes.MD")!.Draw!("# Notes\n\n<script>alert(1)</script> and [a](javascript:alert(1))");

        Assert.Contains("<h1>Notes</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Diff_MarksLinesAndKeepsThemText()
    {
        var page = PreviewKind.Of("change.diff")!.Draw!("-<b>old</b>\n+new\n same");

        Assert.Contains("<del>-&lt;b&gt;old&lt;/b&gt;</del>\n<ins>+new</ins>\n same", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.html", "text/html; charset=utf-8")]
    [InlineData("shot.png", "image/png")]
    [InlineData("results.trx", "text/plain; charset=utf-8")]
    [InlineData("app.tar.gz", null)]
    [InlineData("program", null)]
    public void Of_Name_SaysHowItIsSent(string name, string? contentType) => Assert.Equal(contentType, PreviewKind.Of(name)?.ContentType);
}
