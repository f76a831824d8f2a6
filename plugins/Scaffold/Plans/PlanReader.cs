using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Plugins.Scaffold.Asking;
using Monolith.Plugins.Scaffold.Templates;

namespace Monolith.Plugins.Scaffold.Plans;

/// <summary>Reads a plan, from a model, a stage or a file, and trusts none of them.</summary>
internal static partial class PlanReader
{
    private static readonly string[] Types = ["open_text", "multiple_choice", "yes_no", "numeric"];

    public static ScaffoldPlan Read(JsonElement json, List<string> faults)
    {
        var reading = new Reading(faults);
        var name = reading.Text(json, "name", 60);
        if (name.Length > 0 && !Name().IsMatch(name))
            reading.Fault("name: it must be words of letters and digits, parted by hyphens, such as order-desk.");
        var kind = reading.Text(json, "kind", 20);
        if (kind.Length > 0 && !TemplateManifest.Kinds.Contains(kind))
            reading.Fault($"kind: it must be one of {string.Join(", ", TemplateManifest.Kinds)}.");
        var files = reading.List(json, "files", PlanRules.MostFiles)
            .Select((file, at) => new PlannedFile(reading.Text(file, $"files[{at}].path", 1_000), reading.Text(file, $"files[{at}].purpose", 1_000))).ToList();
        if (faults.Count == 0 && files.Count == 0)
            reading.Fault("files: at least one must be planned.");
        PlanRules.CheckPaths([.. files.Select(file => file.Path).Where(path => path.Length > 0)], faults);
        var commands = json.Value("commands") ?? default;
        if (commands.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object))
            reading.Fault("commands: it must be an object with 'build' and 'test'.");
        var plan = new ScaffoldPlan(name, kind, reading.Text(json, "summary", 4_000), files)
        {
            Requirements = reading.Text(json, "requirements", PlanRules.MostRequirements, required: false),
            Template = Optional(reading.Text(json, "template", 100, required: false)),
            Templates = Optional(reading.Text(json, "templates", 400, required: false)),
            Packages = [.. reading.List(json, "packages", 100).Select((package, at) => new PlannedPackage(
                reading.Text(package, $"packages[{at}].name", 200), reading.Text(package, $"packages[{at}].version", 100, required: false), reading.Text(package, $"packages[{at}].purpose", 1_000, required: false)))],
            Build = CommandReader.Read(commands, "build", reading),
            Test = CommandReader.Read(commands, "test", reading),
            Confidence = Confidence(json, reading),
            Questions = [.. reading.List(json, "questions", 20).Select((question, at) => Question(question, $"questions[{at}]", reading))],
        };
        if (faults.Count == 0 && PlanJson.Write(plan with { Requirements = "" }).ToJsonString().Length > PlanRules.MostPlanBytes)
            reading.Fault($"The plan is longer than {PlanRules.MostPlanBytes / 1024} KiB. Say less of each file, or plan less at once.");
        return plan;
    }

    private static double Confidence(JsonElement json, Reading reading)
    {
        if (json.Value("confidence") is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var confidence) && confidence is >= 0 and <= 1)
            return confidence;
        reading.Fault("confidence: it must be a number from 0 to 1.");
        return 0;
    }

    private static PlanQuestion Question(JsonElement question, string place, Reading reading)
    {
        var choices = reading.List(question, $"{place}.choices", 20).Select((choice, at) => reading.Scalar(choice, $"{place}.choices[{at}]", 200)).ToList();
        var type = reading.Text(question, $"{place}.type", 20, required: false) is { Length: > 0 } given ? given : Types[0];
        if (!Types.Contains(type))
            reading.Fault($"{place}.type: it must be one of {string.Join(", ", Types)}.");
        if (type == "multiple_choice" && choices.Count < 2)
            reading.Fault($"{place}.choices: a multiple choice has at least two.");
        return new PlanQuestion(reading.Text(question, $"{place}.text", 1_000), type, choices);
    }

    private static string? Optional(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]*([-_. ][A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
