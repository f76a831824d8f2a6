using System.Text.Json.Nodes;
using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Licenses;

/// <summary>Lists what the repository depends on and under which licences, and counts those that the stage does not permit.</summary>
internal static class LicenseCheck
{
    private const int MostListed = 500;

    public static async Task<CheckReport> RunAsync(IToolchain tools, ValidationJob job, CancellationToken cancellationToken)
    {
        var outcome = await tools.DependenciesAsync(job, cancellationToken);
        if (!outcome.Try(out var dependencies, out var failure))
        {
            return failure;
        }

        var policy = LicensePolicy.Of(job.Context);
        var list = dependencies.Select(policy.Corrected).Distinct()
            .OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Version, StringComparer.Ordinal).ToList();
        var denied = list.Where(policy.Denies).ToList();
        job.Context.Log.Info($"{list.Count} dependencies, {denied.Count} under licences that are not permitted");
        var file = Path.Combine(job.ReportFolder("licenses"), "licenses.json");
        await File.WriteAllTextAsync(file, new JsonArray([.. list.Select(Output)]).ToJsonString(), cancellationToken);
        return new CheckReport(AgentResult.Success() with
        {
            Outputs = new JsonObject { ["licenses"] = new JsonArray([.. list.Take(MostListed).Select(Output)]) },
            Metrics = Metrics(policy, list, denied),
            Artifacts = [job.Artifact("licenses.json", file)],
        })
        { Findings = [.. denied.Select(Finding), .. policy.IsGiven ? [] : list.Where(one => one.License is null).Select(Finding)] };
    }

    private static Dictionary<string, double> Metrics(LicensePolicy policy, List<Dependency> list, List<Dependency> denied)
    {
        var metrics = new Dictionary<string, double>
        {
            ["licenses.total"] = list.Count,
            ["licenses.unknown"] = list.Count(one => one.License is null),
        };
        if (policy.IsGiven)
        {
            metrics["licenses.denied"] = denied.Count;
        }

        return metrics;
    }

    private static Finding Finding(Dependency dependency) => dependency.License is { } license
        ? new Finding("license", FindingLevel.Error, $"{dependency.Name} {dependency.Version} is under {license}, which is not permitted.")
        {
            Advice = $"Replace {dependency.Name}, or permit {license} with 'allow'.",
        }
        : new Finding("license-unknown", FindingLevel.Warning, $"The licence of {dependency.Name} {dependency.Version} is unknown.")
        {
            Advice = $"Look its licence up and state it with 'known', such as known: {{ {dependency.Name}: MIT }}.",
        };

    private static JsonNode Output(Dependency dependency) => new JsonObject
    {
        ["name"] = dependency.Name,
        ["version"] = dependency.Version,
        ["license"] = dependency.License,
    };
}
