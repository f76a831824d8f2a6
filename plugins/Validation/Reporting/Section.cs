using Monolith.Plugins.Validation.Checks;
using Monolith.Plugins.Validation.Toolchains;

namespace Monolith.Plugins.Validation.Reporting;

/// <summary>What one check of one stage has to say in a report.</summary>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Message">Why it failed or is unknown; null where it passed.</param>
internal sealed record Section(
    string Stage, string Kind, string Check, CheckStatus Status, string? Message, DateTimeOffset At,
    IReadOnlyDictionary<string, double> Metrics, IReadOnlyList<Finding> Findings)
{
    public static Section Of(IAgentContext context, IToolchain tools, Check check, CheckReport report) => new(
        context.StageId, tools.Kind, check.Name, CheckStatuses.Of(check.Name, report.Result), report.Result.Error?.Message,
        context.Time.GetUtcNow(), report.Result.Metrics, report.Findings);

    /// <summary>One line, such as <c>test (go): unknown: program "go" was not found</c>.</summary>
    public string Summary() => Message is null ? $"{Check} ({Kind}): {Status.Text()}" : $"{Check} ({Kind}): {Status.Text()}: {Message}";
}
