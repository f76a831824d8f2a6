using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Reporting;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Whole;

/// <summary>
/// All checks of a repository in one stage, with their report. It fails where the build or a test does, or where these are unknown;
/// another check that is unknown leaves its metrics out, and so fails its gates.
/// </summary>
internal sealed class ValidateAction : IPluginAction
{
    private static readonly Check[] All = [Check.Build, Check.Test, Check.Format, Check.Audit, Check.Licenses, Check.Api];

    private static readonly string[] Needed = [Check.Build.Name, Check.Test.Name];

    public AgentAction Description { get; } = new("validate", "Builds, tests, audits and reports, all in one stage.", Schemas.Validate);

    public async Task<AgentResult> ExecuteAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        if (!Repository.Open(context).Try(out var repository, out var failure))
        {
            return failure;
        }

        // Before anything is run, so that a mistake in the parameters costs no build.
        ReportGate.Of(context, new Dictionary<string, double>());
        var wanted = Wanted(context);
        var job = repository.Job;
        List<(Section Section, AgentResult Result)> done = [];
        foreach (var check in wanted)
        {
            context.Log.Info($"== {check.Name}");
            var report = await RunAsync(check, done, repository.Tools, job, cancellationToken);
            done.Add((Section.Of(context, repository.Tools, check, report), report.Result));
            job = job with { IsBuilt = job.IsBuilt || (check == Check.Build && report.Result.Error is null) };
            context.Log.Info($"{done[^1].Section.Summary().Split('\n')[0]}");
        }

        List<Section> sections = [.. done.Select(one => one.Section)];
        SectionFile.Write(context, sections);
        return Result(context, RunReport.Of(context, sections), done);
    }

    private static async Task<CheckReport> RunAsync(
        Check check, List<(Section Section, AgentResult Result)> done, IToolchain tools, ValidationJob job, CancellationToken cancellationToken)
    {
        var hasNoBuild = done.Exists(one => one.Section.Check == Check.Build.Name && one.Section.Status != CheckStatus.Passed);
        return hasNoBuild && (check == Check.Test || check == Check.Api)
            ? Failed.Workspace("It was not run, since the build did not succeed.")
            : await check.RunAsync(tools, job, cancellationToken);
    }

    private static AgentResult Result(IAgentContext context, RunReport report, List<(Section Section, AgentResult Result)> done)
    {
        var broken = done.Where(one => one.Result.Error is not null && Needed.Contains(one.Section.Check)).ToList();
        var ended = broken.Count == 0
            ? AgentResult.Success() with { Outputs = ReportAction.Outputs(report) }
            : AgentResult.Failure(
                broken[0].Result.Error!.Code, string.Join('\n', broken.Select(one => one.Section.Summary())), broken[0].Result.Error!.Retryable);
        return ended with
        {
            Metrics = ReportAction.Metrics(report),
            Artifacts = [.. done.SelectMany(one => one.Result.Artifacts), .. ReportFiles.Write(context, report)],
        };
    }

    // Without a baseline there is nothing to compare with.
    private static IReadOnlyList<Check> Wanted(IAgentContext context)
    {
        var names = context.Parameters.Texts("checks");
        var hasBaseline = context.Parameters.Value("baseline") is not null;
        return names.Count > 0
            ? names.Contains(Check.Api.Name) && !hasBaseline
                ? throw new ParameterException("baseline", "is missing: the check 'api' compares with it")
                : [.. All.Where(check => names.Contains(check.Name))]
            : [.. All.Where(check => check != Check.Api || hasBaseline)];
    }
}
