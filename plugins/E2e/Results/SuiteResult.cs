using Monolith.Plugins.E2e.Runner;
using Monolith.Plugins.E2e.Scenarios;

namespace Monolith.Plugins.E2e.Results;

/// <summary>All scenarios in all browsers that were asked for.</summary>
/// <param name="Browsers">The programs that were used.</param>
/// <param name="Missing">Why browsers could not be used, by their names.</param>
/// <param name="Duration">Of the whole, in ms.</param>
internal sealed record SuiteResult(
    IReadOnlyList<ScenarioResult> Scenarios,
    IReadOnlyList<string> Browsers,
    IReadOnlyDictionary<string, string> Missing,
    IReadOnlyList<string> Notices,
    double Duration)
{
    public static SuiteResult Of(RunnerJob job, IReadOnlyList<ScenarioFile> files, Journal journal, TimeSpan duration)
    {
        var missing = journal.Of(RunnerEventKind.Missing).ToDictionary(told => told.Browser, told => told.Message);
        var scenarios = job.Browsers.SelectMany(browser => files.SelectMany(file => file.Scenarios.Select(
            scenario => One(job, file, scenario, browser, missing.GetValueOrDefault(browser), journal))));
        return new SuiteResult(
            [.. scenarios],
            [.. journal.Of(RunnerEventKind.Browser).Select(told => told.Message)],
            missing,
            [.. journal.Of(RunnerEventKind.Notice).Select(told => told.Message).Distinct()],
            duration.TotalMilliseconds);
    }

    public int Count(Status status) => Scenarios.Count(scenario => scenario.Status == status);

    public IEnumerable<ScenarioResult> With(Status status) => Scenarios.Where(scenario => scenario.Status == status);

    /// <summary>Those that could not be run are left out of what passed; a gate on them fails or names them.</summary>
    public IReadOnlyDictionary<string, double> Metrics => new Dictionary<string, double>
    {
        ["e2e.total"] = Scenarios.Count,
        ["e2e.passed"] = Count(Status.Passed),
        ["e2e.failed"] = Count(Status.Failed),
        ["e2e.flaky"] = Count(Status.Flaky),
        ["e2e.skipped"] = Count(Status.Skipped),
        ["e2e.unknown"] = Count(Status.Unknown),
        ["e2e.duration"] = Math.Round(Duration),
    };

    private static ScenarioResult One(
        RunnerJob job, ScenarioFile file, Scenario scenario, string browser, string? missing, Journal journal)
    {
        var attempts = Attempts(file, scenario, browser, journal);
        var (status, reason) = attempts switch
        {
            _ when scenario.Skip is { } skip => (Status.Skipped, skip),
            _ when !scenario.IsChosenBy(job.Tags) => (Status.Skipped, $"It has none of the tags {string.Join(", ", job.Tags)}."),
            [] => (Status.Unknown, missing ?? "The runner ended before it was run."),
            [{ Passed: true }] => (Status.Passed, ""),
            [.., { Passed: true }] => (Status.Flaky, attempts[0].Fault),
            _ => (Status.Failed, attempts[^1].Fault),
        };
        return new ScenarioResult(file.Path, scenario.Name, scenario.Line, scenario.Tags, browser, status, reason, attempts);
    }

    private static List<AttemptResult> Attempts(ScenarioFile file, Scenario scenario, string browser, Journal journal)
    {
        var told = journal.Events.Where(told => told.Browser == browser && told.File == file.Path && told.Scenario == scenario.Name).ToList();
        return [.. told.Where(one => one.Kind == RunnerEventKind.Ended).Select(ended => new AttemptResult(
            ended.Attempt,
            ended.Passed,
            ended.Message,
            ended.Milliseconds,
            [.. told.Where(one => one.Kind == RunnerEventKind.Step && one.Attempt == ended.Attempt)
                .Select(step => new StepResult(step.Title, step.Line, step.Passed, step.Milliseconds))],
            ended.Files))];
    }
}
