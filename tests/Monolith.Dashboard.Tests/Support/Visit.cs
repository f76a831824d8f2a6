using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Monolith.Dashboard.Tests.Support;

/// <summary>A page in a window of its own; what its console complains of is kept.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string screenshots;
    private readonly List<string> complaints = [];

    public Visit(IBrowserContext context, IPage page, string screenshots)
    {
        this.context = context;
        this.screenshots = screenshots;
        Page = page;
        page.Console += (_, message) => Hear(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, fault) => Hear(true, fault);
        page.SetDefaultTimeout(30_000);
    }

    public IPage Page { get; }

    public ILocator Main => Page.Locator("#main");

    /// <summary>Faults of scripts, and what the content security policy refused.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    /// <summary>Left for people, beside the results of the tests.</summary>
    public Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(screenshots, $"{name}.png"), FullPage = true });

    /// <returns>What axe-core finds against WCAG 2.2 A and AA.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        // What is framed is another's page, such as Hangfire's.
        var options = new AxeRunOptions { Iframes = false, RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };
        var found = await Page.RunAxe(options);
        return [.. found.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {node.Html}"))];
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    // Chromium tells of every answer that is none, and a fault in what a person typed is no fault of the page.
    private void Hear(bool isBad, string text)
    {
        if (isBad && !text.Contains("status of 400", StringComparison.Ordinal))
            complaints.Add(text);
    }
}
