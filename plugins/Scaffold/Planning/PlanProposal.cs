using System.Text;
using System.Text.Json.Nodes;
using Monolith.Plugins.Scaffold.Plans;

namespace Monolith.Plugins.Scaffold.Planning;

/// <summary>What people are asked about a plan.</summary>
internal static class PlanProposal
{
    private const string Category = "architectural_change";

    public static AgentDecision Of(ScaffoldPlan plan, PlanBook book, string bookFile) =>
        new(Category, FormattableString.Invariant($"Generate the {plan.Kind} '{plan.Name}': {plan.Files.Count} files").Cut(200))
        {
            Description = Description(plan),
            // A plan that still has questions is no plan that a policy may approve.
            Confidence = plan.Questions.Count > 0 ? null : plan.Confidence,
            Evidence = new JsonObject
            {
                ["requirements"] = plan.Requirements,
                ["files"] = plan.Files.Count,
                ["rounds"] = book.Rounds.DeepClone(),
                ["remarks"] = book.Remarks.DeepClone(),
            },
            Plan = PlanJson.Write(plan),
            Files = [bookFile],
        };

    private static string Description(ScaffoldPlan plan)
    {
        var text = new StringBuilder().AppendLine(plan.Summary).AppendLine();
        foreach (var question in plan.Questions)
            text.AppendLine($"- **open:** {question.Text}");
        foreach (var file in plan.Files)
            text.AppendLine($"- `{file.Path}`: {file.Purpose}");
        foreach (var package in plan.Packages)
            text.AppendLine($"- package `{package.Name}` {package.Version}: {package.Purpose}");
        foreach (var command in plan.Build.Concat(plan.Test))
            text.AppendLine($"- runs `{string.Join(' ', command)}`");
        text.AppendLine().AppendLine("To have it otherwise, send the decision back with a remark that says how.");
        return text.ToString().Cut(6_000);
    }
}
