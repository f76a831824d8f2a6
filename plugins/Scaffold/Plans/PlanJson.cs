using System.Text.Json.Nodes;

namespace Monolith.Plugins.Scaffold.Plans;

/// <summary>A plan as JSON, as <see cref="PlanReader"/> reads it.</summary>
internal static class PlanJson
{
    public static JsonObject Write(ScaffoldPlan plan) => new()
    {
        ["name"] = plan.Name,
        ["kind"] = plan.Kind,
        ["summary"] = plan.Summary,
        ["requirements"] = plan.Requirements,
        ["template"] = plan.Template,
        ["templates"] = plan.Templates,
        ["files"] = Each(plan.Files, file => new JsonObject { ["path"] = file.Path, ["purpose"] = file.Purpose }),
        ["packages"] = Each(plan.Packages, package => new JsonObject { ["name"] = package.Name, ["version"] = package.Version, ["purpose"] = package.Purpose }),
        ["commands"] = new JsonObject { ["build"] = Each(plan.Build, Words), ["test"] = Each(plan.Test, Words) },
        ["confidence"] = plan.Confidence,
        ["questions"] = Each(plan.Questions, question => new JsonObject
        {
            ["text"] = question.Text,
            ["type"] = question.Type,
            ["choices"] = Words(question.Choices),
        }),
    };

    private static JsonArray Words(IReadOnlyList<string> words) => Each(words, word => JsonValue.Create(word));

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);
}
