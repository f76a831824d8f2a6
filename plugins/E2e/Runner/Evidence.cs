using Microsoft.Playwright;
using Monolith.Plugins.E2e.Scenarios;
using Monolith.Plugins.E2e.Secrets;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>
/// Pictures, traces and videos of one attempt. Of a scenario that uses secrets there is no video and no picture in the trace, fields
/// filled from secrets are covered in screenshots, and the trace's texts are masked.
/// </summary>
/// <param name="name">The beginning of its files' names.</param>
internal sealed class Evidence(RunnerJob job, string name, bool video, Scenario scenario)
{
    private readonly SecretText secrets = new(job.Secrets.Values);
    private readonly bool secretive = scenario.Secrets.Any();
    private readonly List<string> files = [];
    private readonly List<ILocator> covered = [];
    private bool Records => video && !secretive;

    public BrowserNewContextOptions Options() => new()
    {
        BaseURL = job.BaseUrl,
        RecordVideoDir = Records ? Path.Combine(job.Folder, "videos") : null,
        Locale = "en-US",
    };

    public async Task BeginAsync(IBrowserContext context)
    {
        if (job.Trace)
            await context.Tracing.StartAsync(new() { Screenshots = !secretive, Snapshots = true });
    }

    /// <summary>A field that holds a secret from now on.</summary>
    public void Cover(ILocator field) => covered.Add(field);

    public async Task ScreenshotAsync(IPage page, string title)
    {
        var file = $"{name}-{title}.png";
        var mask = covered.Concat(secretive ? job.Secrets.Values.Select(secret => page.GetByText(secret)) : []);
        await page.ScreenshotAsync(new() { Path = Path.Combine(job.Folder, file), FullPage = true, Mask = mask, MaskColor = "#444" });
        files.Add(file);
    }

    /// <returns>The files that were made.</returns>
    public async Task<IReadOnlyList<string>> EndAsync(IBrowserContext? context, IPage? page, bool failed)
    {
        if (failed && page is { IsClosed: false })
            await TryAsync(() => ScreenshotAsync(page, "failure"));
        if (job.Trace && context is not null)
            await TryAsync(() => TraceAsync(context, failed));
        if (context is not null)
            await TryAsync(() => context.CloseAsync());
        if (Records && page?.Video is { } recorded)
            await TryAsync(() => VideoAsync(recorded, failed));
        return files;
    }

    private async Task TraceAsync(IBrowserContext context, bool keep)
    {
        var path = Path.Combine(job.Folder, $"{name}-trace.zip");
        await context.Tracing.StopAsync(new() { Path = keep ? path : null });
        if (!keep)
            return;
        await TraceFile.MaskAsync(path, secrets);
        files.Add(Path.GetFileName(path));
    }

    private async Task VideoAsync(IVideo recorded, bool keep)
    {
        if (keep)
        {
            await recorded.SaveAsAsync(Path.Combine(job.Folder, $"{name}.webm"));
            files.Add($"{name}.webm");
        }

        await recorded.DeleteAsync();
    }

    // Evidence of a browser that crashed may not be had; that it crashed is told all the same.
    private static async Task TryAsync(Func<Task> take)
    {
        try
        {
            await take();
        }
        catch (Exception fault) when (fault is PlaywrightException or IOException or System.TimeoutException)
        {
        }
    }
}
