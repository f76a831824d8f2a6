using System.Diagnostics;
using Microsoft.Playwright;
using Monolith.Plugins.E2e.Scenarios;
using Monolith.Plugins.E2e.Steps;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>One attempt at one scenario, in a browser context of its own: no cookies or storage of another one.</summary>
internal sealed class ScenarioRun(
    RunnerJob job, ScenarioFile file, Scenario scenario, RunnerEvent about, Evidence evidence, EventWriter events)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <returns>Whether it passed.</returns>
    public async Task<bool> RunAsync(IBrowser browser)
    {
        events.Write(about);
        IBrowserContext? context = null;
        IPage? page = null;
        string? fault;
        try
        {
            context = await browser.NewContextAsync(evidence.Options());
            context.SetDefaultTimeout((float)job.StepTimeout.TotalMilliseconds);
            await evidence.BeginAsync(context);
            page = await context.NewPageAsync();
            var values = new Values(file.Variables, job.Secrets);
            fault = await StepsAsync(new StepRun(page, values, evidence, job.StepTimeout));
        }
        catch (PlaywrightException broken)
        {
            fault = FaultText.Of(broken);
        }

        var files = await evidence.EndAsync(context, page, failed: fault is not null);
        events.Write(about with
        {
            Kind = RunnerEventKind.Ended,
            Passed = fault is null,
            Message = fault ?? "",
            Milliseconds = watch.Elapsed.TotalMilliseconds,
            Files = files,
        });
        return fault is null;
    }

    private async Task<string?> StepsAsync(StepRun run)
    {
        foreach (var step in scenario.Steps.Where(step => step.Kind != StepKind.Page))
        {
            var started = watch.Elapsed;
            var fault = await OneAsync(run, step);
            events.Write(about with
            {
                Kind = RunnerEventKind.Step,
                Line = step.Line,
                Title = step.Title,
                Passed = fault is null,
                Message = fault ?? "",
                Milliseconds = (watch.Elapsed - started).TotalMilliseconds,
            });
            if (fault is not null)
                return $"{step.Title} (line {step.Line}): {fault}";
        }

        return null;
    }

    private async Task<string?> OneAsync(StepRun run, Step step)
    {
        try
        {
            var left = job.ScenarioTimeout - watch.Elapsed;
            await run.DoAsync(step).WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            return null;
        }
        catch (System.TimeoutException) when (watch.Elapsed >= job.ScenarioTimeout)
        {
            return $"The scenario took longer than {DurationText.Format(job.ScenarioTimeout)}.";
        }
        catch (Exception fault) when (fault is PlaywrightException or System.TimeoutException or StepException)
        {
            return FaultText.Of(fault);
        }
    }
}
