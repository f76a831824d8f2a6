using Microsoft.Playwright;
using Monolith.Plugins.E2e.Reading;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>Every chosen scenario in every browser; those that fail are tried again.</summary>
internal sealed class RunnerLoop(RunnerJob job, EventWriter events)
{
    private int attempts;

    public async Task RunAsync()
    {
        var files = job.Files.Select(file => ScenarioReader.Read(file.Key, file.Value, job.Variables, new Faults(file.Key))).ToList();
        Node.Choose();
        using var playwright = await StartAsync();
        playwright.Selectors.SetTestIdAttribute("data-testid");
        foreach (var name in job.Browsers)
            await InBrowserAsync(playwright, name, files);
    }

    private static async Task<IPlaywright> StartAsync()
    {
        try
        {
            return await Playwright.CreateAsync();
        }
        catch (Exception fault) when (fault is PlaywrightException or System.Runtime.InteropServices.ExternalException)
        {
            throw new RunnerException($"The driver of the browsers does not start: {FaultText.Of(fault)}");
        }
    }

    private async Task InBrowserAsync(IPlaywright playwright, string name, List<ScenarioFile> files)
    {
        var (browser, message) = await BrowserStart.LaunchAsync(playwright, name, job.NoSandbox);
        if (browser is null)
        {
            events.Write(new RunnerEvent(RunnerEventKind.Missing) { Browser = name, Message = message });
            return;
        }

        await using var started = browser;
        events.Write(new RunnerEvent(RunnerEventKind.Browser) { Browser = name, Message = message });
        var video = job.Video && await BrowserStart.CanRecordAsync(browser, job.Folder);
        if (job.Video && !video)
        {
            events.Write(new RunnerEvent(RunnerEventKind.Notice)
            {
                Browser = name,
                Message = "No videos: Playwright's ffmpeg is not installed. Pictures and traces are taken all the same.",
            });
        }

        foreach (var file in files)
        {
            foreach (var scenario in file.Scenarios.Where(scenario => scenario.Skip is null && scenario.IsChosenBy(job.Tags)))
                await UntilPassedAsync(browser, name, file, scenario, video);
        }
    }

    private async Task UntilPassedAsync(IBrowser browser, string name, ScenarioFile file, Scenario scenario, bool video)
    {
        for (var attempt = 1; attempt <= job.Reruns + 1; attempt++)
        {
            var about = new RunnerEvent(RunnerEventKind.Begun) { Browser = name, File = file.Path, Scenario = scenario.Name, Attempt = attempt };
            var evidence = new Evidence(job, $"{++attempts:000}-{Slug(scenario.Name)}-{name}-{attempt}", video, scenario);
            if (await new ScenarioRun(job, file, scenario, about, evidence, events).RunAsync(browser))
                return;
        }
    }

    private static string Slug(string name) =>
        string.Join('-', new string([.. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } slug ? slug[..Math.Min(slug.Length, 60)] : "scenario";
}
