using Monolith.Plugins.Validation.Auditing;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Python.Auditing;

/// <summary>What <c>pip-audit --format json</c> prints. It does not say how severe a vulnerability is.</summary>
internal static class PipAuditReport
{
    /// <summary>Null where it holds no answer, or where a dependency was passed over.</summary>
    public static IReadOnlyList<Advisory>? Parse(string output)
    {
        if (JsonReport.Parse(output) is not { } report || report.Member("dependencies") is not { } dependencies
            || dependencies.AsItems().Any(dependency => dependency.Member("skip_reason") is not null))
        {
            return null;
        }

        return
        [
            .. (from dependency in dependencies.AsItems()
                from found in dependency.Items("vulns")
                let id = found.Word("id") ?? "?"
                select new Advisory(dependency.Word("name") ?? "?", dependency.Word("version") ?? "?", "unknown", $"https://osv.dev/vulnerability/{id}")
                {
                    Id = id,
                    MendedIn = found.Items("fix_versions").Select(version => version.GetString()).FirstOrDefault(),
                }).Distinct(),
        ];
    }
}
