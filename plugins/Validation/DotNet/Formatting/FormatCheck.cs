using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.DotNet.Building;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Formatting;

/// <summary>Counts deviations. Having some is no failure: how many are too many, a gate says.</summary>
internal static class FormatCheck
{
    private const int DeviationsFound = 2;

    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        var report = Path.Combine(job.ReportFolder("format"), "format.json");
        if (!Command(job).Try(out var command, out var failure))
        {
            return failure;
        }

        var result = await DotNetProgram.RunAsync(
            job, [.. command, "--verify-no-changes", "--report", report], cancellationToken);
        if (result.ExitCode is not (0 or DeviationsFound) || FormatReport.Read(report) is not { } violations)
        {
            return BuildFailure.Of(job, "The format check", result);
        }

        return FormatAnswer.Of(job, [.. violations.Select(violation => Finding(job, violation))], [job.Artifact("format.json", report)]);
    }

    private static Finding Finding(ValidationJob job, FormatViolation violation) =>
        new(violation.Rule, FindingLevel.Warning, violation.Text)
        {
            File = Path.GetRelativePath(job.Folder, violation.File).Replace('\\', '/'),
            Line = int.TryParse(violation.Line, out var line) ? line : null,
            Advice = "dotnet format mends it.",
        };

    private static Outcome<IReadOnlyList<string>> Command(ValidationJob job)
    {
        if (job.Parameters.Text("scope") == "whitespace")
        {
            // The folder as it is: no project is read, so nothing is restored or written to obj.
            return new[] { "format", "whitespace", job.Folder, "--folder" };
        }

        return DotNetTarget.Find(job).Try(out var target, out var failure) ? new[] { "format", target.Path } : failure;
    }
}
