using Microsoft.Playwright;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>Starts browsers: Playwright's own where it is installed, else the machine's Chromium.</summary>
internal static class BrowserStart
{
    /// <returns>The browser, or why there is none.</returns>
    public static async Task<(IBrowser? Browser, string Message)> LaunchAsync(IPlaywright playwright, string name, bool noSandbox)
    {
        var type = playwright[name];
        var program = File.Exists(type.ExecutablePath) ? type.ExecutablePath : name == BrowserType.Chromium ? Tools.Chromium : null;
        if (program is null)
        {
            var more = name == BrowserType.Chromium ? ", and no chromium or google-chrome on PATH" : "; a distribution's own cannot be driven";
            return (null, $"{name} is not installed: there is no '{type.ExecutablePath}'{more}.");
        }

        try
        {
            var browser = await type.LaunchAsync(new() { ExecutablePath = program, ChromiumSandbox = name == BrowserType.Chromium && !noSandbox });
            return (browser, $"{name} {browser.Version} ({program})");
        }
        catch (PlaywrightException fault)
        {
            return (null, $"{name} at '{program}' does not start: {FaultText.Of(fault)}");
        }
    }

    /// <summary>Videos need a program that Playwright installs for itself.</summary>
    public static async Task<bool> CanRecordAsync(IBrowser browser, string folder)
    {
        var trial = Path.Combine(folder, "video-trial");
        try
        {
            await using var context = await browser.NewContextAsync(new() { RecordVideoDir = trial });
            await context.NewPageAsync();
            return true;
        }
        catch (PlaywrightException)
        {
            return false;
        }
        finally
        {
            Folders.Delete(trial);
        }
    }
}
