using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.DotNet.Api.Surface;
using Monolith.Plugins.Validation.DotNet.Building;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.DotNet.Api;

/// <summary>Builds the repository at two refs and compares what its libraries offer.</summary>
internal static class ApiComparison
{
    private const int MostListed = 200;

    public static async Task<CheckReport> RunAsync(ValidationJob job, CancellationToken cancellationToken)
    {
        var older = await ApisAsync(job, job.Parameters.RequiredText("baseline"), "baseline", cancellationToken);
        if (!older.Try(out var before, out var failure))
        {
            return failure;
        }

        var newer = job.Parameters.Text("ref") is { } reference
            ? await ApisAsync(job, reference, "ref", cancellationToken)
            : await BuiltAsync(job, !job.MustBuild, cancellationToken);
        return newer.Try(out var now, out failure) ? Compare(job, before, now) : failure;
    }

    private static async Task<Outcome<IReadOnlyDictionary<string, AssemblyApi>>> ApisAsync(
        ValidationJob job, string reference, string name, CancellationToken cancellationToken) =>
        (await BaselineCopy.MakeAsync(job, reference, name, cancellationToken)).Try(out var folder, out var failure)
            ? await BuiltAsync(job with { Folder = folder, IsBuilt = false }, isBuilt: false, cancellationToken)
            : failure;

    private static async Task<Outcome<IReadOnlyDictionary<string, AssemblyApi>>> BuiltAsync(
        ValidationJob job, bool isBuilt, CancellationToken cancellationToken)
    {
        if (!DotNetTarget.Find(job).Try(out var target, out var failure))
        {
            return failure;
        }

        var configuration = DotNetProgram.Configuration(job);
        if (!isBuilt)
        {
            var result = await DotNetProgram.RunAsync(
                job, ["build", target.Path, "--configuration", configuration, "--verbosity", "quiet", DotNetProgram.NoCompilerServer], cancellationToken);
            if (result.ExitCode != 0)
            {
                return BuildFailure.Of(job, $"The build of '{WorkspacePath.Relative(job.Context, job.Folder)}'", result);
            }
        }

        return BuiltLibraries.In(job.Folder, configuration) is { Count: > 0 } libraries
            ? new Dictionary<string, AssemblyApi>(libraries)
            : Failed.Execution($"'{WorkspacePath.Relative(job.Context, job.Folder)}' builds no library, so there is no API to compare.");
    }

    private static CheckReport Compare(
        ValidationJob job, IReadOnlyDictionary<string, AssemblyApi> before, IReadOnlyDictionary<string, AssemblyApi> now)
    {
        List<ApiBreak> breaks =
        [
            .. before.OrderBy(library => library.Key, StringComparer.Ordinal).SelectMany(library => now.TryGetValue(library.Key, out var newer)
                ? ApiDifference.Breaks(library.Value, newer)
                : [new ApiBreak(library.Value.Name, library.Key, "is no longer built")]),
        ];
        foreach (var broken in breaks)
        {
            job.Context.Log.Warn(broken.ToString());
        }

        job.Context.Log.Info($"{breaks.Count} breaking changes in {before.Count} libraries");
        var listed = breaks.Take(MostListed).Select(broken => JsonValue.Create(broken.ToString().Cut(500)));
        return new CheckReport(AgentResult.Success() with
        {
            Outputs = new JsonObject { ["breakingChanges"] = new JsonArray([.. listed]), ["libraries"] = before.Count },
            Metrics = new Dictionary<string, double> { ["api_breaking_changes"] = breaks.Count },
        })
        { Findings = [.. breaks.Take(CheckReport.MostFindings).Select(broken => broken.Finding())] };
    }
}
