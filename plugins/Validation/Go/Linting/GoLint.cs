using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Go.Linting;

/// <summary>gofmt and vet.</summary>
internal static class GoLint
{
    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        var format = await ToolProgram.RunAsync(job, "gofmt", ["-l", "."], cancellationToken);
        if (format.ExitCode != 0)
        {
            return GoFailure.Of("'gofmt'", format);
        }

        var vet = await ToolProgram.RunAsync(job, "go", ["vet", "-json", "./..."], cancellationToken, log: false);
        if (vet.ExitCode != 0)
        {
            return GoFailure.Of("'go vet'", vet);
        }

        var unformatted = format.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(file => new Finding("gofmt", FindingLevel.Warning, "The file is not formatted.") { File = file, Advice = "gofmt -w mends it." });
        return FormatAnswer.Of(job, [.. unformatted, .. VetReport.Parse(vet.StandardOutput + vet.StandardError, job.Folder)], []);
    }
}
