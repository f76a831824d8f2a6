using System.Text.Json.Nodes;
using Monolith.Plugins.E2e.Application;
using Monolith.Plugins.E2e.Reports;
using Monolith.Plugins.E2e.Results;
using Monolith.Plugins.E2e.Secrets;
using Monolith.Plugins.E2e.Sources;

namespace Monolith.Plugins.E2e.Run;

internal sealed class RunAction : IPluginAction
{
    public AgentAction Description { get; } = new(
        "run", "Runs scenarios in real browsers against an application that it starts or that runs already.", RunSchema.Text);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!(await ScenarioSources.ReadAsync(context, cancellationToken)).Try(out var sources, out var failure)
            || !StageSecrets.Find(context, sources).Try(out var secrets, out failure)
            || !AppSpec.Read(context).Try(out var spec, out failure))
        {
            return failure;
        }

        var folder = PrivateFolder.Renew(context, "e2e");
        var job = JobRequest.Read(context, sources, secrets, spec.Url, folder);
        if (!sources.Files.Any(file => file.Scenarios.Any(scenario => scenario.Skip is null && scenario.IsChosenBy(job.Tags))))
            return Failed.Validation("No scenario is to be run: all are skipped, or none has one of the tags.");

        await using var app = AppUnderTest.Start(context, spec);
        var masked = new SecretText(StageSecrets.All(context, secrets));
        if (await app.WaitAsync(context, spec, cancellationToken) is { } notReady)
            return notReady with { Artifacts = await LogOnlyAsync(context, app, folder, masked) };

        var started = context.Time.GetTimestamp();
        var journal = new Journal(context.Log);
        var ended = await RunnerProgram.RunAsync(context, job, journal, cancellationToken);
        var suite = SuiteResult.Of(job, sources.Files, journal, context.Time.GetElapsedTime(started));
        var log = await app.WriteLogAsync(folder, masked);
        var artifacts = await ReportFiles.WriteAsync(context, suite, folder, log, cancellationToken);
        var verdict = await app.EndedAsync() is { } gone ? Failed.Execution(masked.Mask(gone)) : Verdict.Of(context, suite, journal, ended);
        return verdict with { Metrics = suite.Metrics, Artifacts = artifacts, Outputs = Outputs(context, suite, folder) };
    }

    private static async Task<IReadOnlyList<AgentArtifact>> LogOnlyAsync(IAgentContext context, AppUnderTest app, string folder, SecretText masked) =>
        await app.WriteLogAsync(folder, masked) is { } log
            ? [new AgentArtifact($"{PrivateFolder.SafeName(context.StageId)}-e2e-application.log", WorkspacePath.Relative(context, log))]
            : [];

    private static JsonObject Outputs(IAgentContext context, SuiteResult suite, string folder) => new()
    {
        ["report"] = WorkspacePath.Relative(context, Path.Combine(folder, "report.html")),
        ["passed"] = suite.Count(Status.Passed),
        ["flaky"] = new JsonArray([.. suite.With(Status.Flaky).Take(100).Select(scenario => JsonValue.Create($"{scenario.Name} ({scenario.Browser})".Cut(200)))]),
        ["browsers"] = new JsonArray([.. suite.Browsers.Select(browser => JsonValue.Create(browser))]),
        ["missingBrowsers"] = new JsonArray([.. suite.Missing.Keys.Select(browser => JsonValue.Create(browser))]),
    };
}
