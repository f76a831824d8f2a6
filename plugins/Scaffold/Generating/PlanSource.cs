using System.Text.Json;
using Monolith.Plugins.Scaffold.Plans;

namespace Monolith.Plugins.Scaffold.Generating;

/// <summary>The plan of a stage: given as it is, or as a file of the workspace.</summary>
internal static class PlanSource
{
    private const long MostBytes = 1024 * 1024;

    public static Outcome<ScaffoldPlan> Read(IAgentContext context)
    {
        if (context.Parameters.Value("plan") is not { } given)
            return Failed.Validation("plan: it is missing. Give the output 'plan' of the action 'plan', or a file.");
        if (given.ValueKind == JsonValueKind.Object)
            return Check(given, "The plan");
        var file = given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        if (!WorkspacePath.Resolve(context, file).Try(out var path, out var failure))
            return failure;
        if (!File.Exists(path))
            return Failed.Workspace($"There is no file '{file}' with a plan.");
        if (new FileInfo(path).Length > MostBytes)
            return Failed.Validation($"'{file}' is larger than {MostBytes / 1024} KiB.");

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.ValueKind == JsonValueKind.Object ? Check(json.RootElement, $"The plan in '{file}'") : Failed.Validation($"'{file}' holds no JSON object.");
        }
        catch (JsonException fault)
        {
            return Failed.Validation($"'{file}' cannot be read as JSON: {fault.Message}");
        }
    }

    private static Outcome<ScaffoldPlan> Check(JsonElement json, string what)
    {
        var faults = new List<string>();
        var plan = PlanReader.Read(json, faults);
        return faults.Count == 0
            ? plan
            : Failed.Validation($"{what} has {faults.Count} mistakes; nothing was written.\n{string.Join('\n', faults.Take(50).Select(fault => fault.Cut(300)))}");
    }
}
