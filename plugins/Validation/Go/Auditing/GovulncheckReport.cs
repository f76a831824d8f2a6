using System.Text.Json;
using Monolith.Plugins.Validation.Auditing;
using Monolith.Plugins.Validation.Checks;

namespace Monolith.Plugins.Validation.Go.Auditing;

/// <summary>What <c>govulncheck -json</c> prints: messages one after the other. It does not say how severe a vulnerability is.</summary>
internal static class GovulncheckReport
{
    /// <exception cref="FormatException">There is no answer in it.</exception>
    /// <exception cref="JsonException">It is cut off or no JSON.</exception>
    public static IReadOnlyList<Advisory> Parse(string output)
    {
        var messages = JsonReport.ParseStream(output);
        if (!messages.Any(message => message.Member("config") is not null))
        {
            throw new FormatException("govulncheck printed no report.");
        }

        // The same vulnerability comes for the module, the package and each function that reaches it.
        return
        [
            .. (from message in messages
                let finding = message.Member("finding")
                where finding is not null
                let trace = finding.Value.Items("trace").FirstOrDefault()
                let id = finding.Value.Word("osv") ?? "?"
                select new Advisory(trace.Word("module") ?? "?", trace.Word("version") ?? "?", "unknown", $"https://pkg.go.dev/vuln/{id}")
                {
                    Id = id,
                    MendedIn = finding.Value.Word("fixed_version"),
                }).Distinct(),
        ];
    }
}
