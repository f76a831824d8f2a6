using Microsoft.Playwright;
using Monolith.Benchmarks.Figures;
using Monolith.Benchmarks.Hosting;
using Monolith.Benchmarks.Running;
using Monolith.Benchmarks.Volume;

namespace Monolith.Benchmarks.Pages;

/// <summary>How soon a person sees the list of runs, and what became of a stage.</summary>
internal sealed class PaintMeasurement : IMeasurement
{
    private const int Finished = 100_000;
    private const string FirstPaint = "performance.getEntriesByName('first-contentful-paint')[0]";
    private const string Rows = "() => document.querySelector('tbody tr') ? performance.now() : null";

    public string Name => "paint";

    public string About =>
        $"Milliseconds until Chromium has first painted the page of runs and until its rows are there, with {Finished:#,0} runs in the store, over loopback with an empty "
        + "cache, beside an empty page that takes turns with it; the kilobytes that it loads; and milliseconds from the commit of a stage's end until its page shows it.";

    public async Task<Table> RunAsync(Bench bench)
    {
        await using var host = await InProcessHost.StartAsync(bench, "paint");
        await FilledStore.FillAsync(host, bench.Options.Count(Finished), 1);
        using var playwright = await StartAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        await using var empty = await EmptyPage.StartAsync();
        var (paint, nothing, rows, kilobytes, change) = (new Series(), new Series(), new Series(), new Series(), new Series());
        await LookAsync(browser, host.Address, new Series(), new Series(), new Series());
        await LookAtNothingAsync(browser, empty);
        for (var turn = 0; turn < bench.Options.Repeats; turn++)
        {
            nothing.Add(await LookAtNothingAsync(browser, empty));
            await LookAsync(browser, host.Address, paint, rows, kilobytes);
            change.Add(await ChangeAsync(browser, host.Address));
        }

        return new Table("first paint, ms", "of an empty page, ms", "ratio", "rows, ms", "loaded, KB", "commit to page, ms")
            .Row(paint.Text(), nothing.Text(), paint.Over(nothing), rows.Text(), kilobytes.Text(), change.Text());
    }

    private static async Task<double> LookAtNothingAsync(IBrowser browser, EmptyPage empty)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(empty.Address);
        await page.WaitForFunctionAsync($"() => {FirstPaint}");
        return await FirstPaintAsync(page);
    }

    private static Task<double> FirstPaintAsync(IPage page) => page.EvaluateAsync<double>($"() => {FirstPaint}.startTime");

    private static async Task LookAsync(IBrowser browser, string address, Series paint, Series rows, Series kilobytes)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{address}/runs");
        rows.Add((await (await page.WaitForFunctionAsync(Rows)).JsonValueAsync<double?>())!.Value);
        paint.Add(await FirstPaintAsync(page));
        kilobytes.Add(await page.EvaluateAsync<double>(
            "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0) / 1024"));
    }

    /// <summary>A stage waits for a signal; the page of its run notes when it shows that the stage has ended.</summary>
    private static async Task<double> ChangeAsync(IBrowser browser, string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        using var body = new StringContent("{name: signalled, stages: [{id: hold, wait: {signal: go}}]}", System.Text.Encoding.UTF8, "application/yaml");
        var run = await Json.ReadAsync(await http.PostAsync(new Uri("/api/v1/runs", UriKind.Relative), body));
        var id = run.GetProperty("id").GetString();
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{address}/runs/{id}");
        await page.Locator(".graph [data-is=blocked]").WaitForAsync();
        await page.EvaluateAsync("""
            () => new MutationObserver(() => { if (!window.shownAt && document.querySelector('.graph [data-is=success]')) window.shownAt = Date.now(); })
              .observe(document.body, { subtree: true, childList: true, attributes: true })
            """);
        await http.PostAsync(new Uri($"/api/v1/runs/{id}/signals/go", UriKind.Relative), null);
        var shown = (await (await page.WaitForFunctionAsync("() => window.shownAt ?? null")).JsonValueAsync<double?>())!.Value;
        var ended = (await Json.ReadAsync(await http.GetAsync(new Uri($"/api/v1/runs/{id}", UriKind.Relative)))).GetProperty("finishedAt").GetDateTimeOffset();
        return shown - (ended - DateTimeOffset.UnixEpoch).TotalMilliseconds;
    }

    private static string Chromium => Program("chromium");

    private static async Task<IPlaywright> StartAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Path.Combine(Path.GetDirectoryName(Built.HostAssembly)!, "plugins", "Monolith.Plugins.E2e"));
        Environment.SetEnvironmentVariable("PLAYWRIGHT_NODEJS_PATH", Program("node"));
        return await Playwright.CreateAsync();
    }

    private static string Program(string name) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"There is no {name} on PATH.");
}
