using System.Text.Json;
using Monolith.Pipelines.Artifacts;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Expressions;

namespace Monolith.Pipelines.Definitions.Binding;

internal static class StageBinder
{
    private static readonly JsonElement NoParameters = JsonDocument.Parse("{}").RootElement.Clone();
    private static readonly string[] ArtifactTypes = ["file", "directory", "report", "image", "bundle"];

    /// <param name="field">The stage.</param>
    /// <param name="before">The stage it needs when it names none; null for none.</param>
    public static StageDefinition Bind(Field field, string? before)
    {
        field.IsObject(
            "id", "name", "agent", "action", "wait", "pipeline", "matrix", "parameters", "needs", "gates", "timeout", "retry",
            "continueOnFailure", "artifacts", "environment", "secrets", "decision", "clarify", "budget");
        var kind = StageKindBinder.Kind(field);
        var id = DefinitionBinder.Id(field["id"]);
        var needs = Needs(field["needs"]);
        var parameters = Object(field["parameters"]);
        var secrets = DefinitionBinder.Texts(field["secrets"]);
        return new StageDefinition
        {
            Id = id,
            Name = field["name"].Text(otherwise: id, most: 200),
            Kind = kind,
            Agent = field["agent"].Text(required: kind == StageKind.Agent, most: 200),
            Action = field["action"].Text(required: kind == StageKind.Agent, most: 200),
            Wait = StageKindBinder.Wait(field["wait"]),
            Child = StageKindBinder.Child(field["pipeline"]),
            Matrix = MatrixBinder.Bind(field["matrix"]),
            Decision = PeopleBinder.Decision(field["decision"]),
            Clarify = PeopleBinder.Clarify(field["clarify"]),
            Budget = BudgetBinder.Bind(field["budget"]),
            Parameters = parameters,
            Needs = needs.Count == 0 && field["needs"].IsAbsent && before is not null
                ? [new StageNeed(before, NeedCondition.Success, Required: true)]
                : needs,
            Gates = [.. field["gates"].Items(100).Select(GateBinder.Bind)],
            Timeout = field["timeout"].Duration() ?? (kind == StageKind.Agent ? StageDefinition.DefaultTimeout : null),
            Retry = RetryBinder.Bind(field["retry"]),
            ContinueOnFailure = field["continueOnFailure"].Flag(false),
            Artifacts = [.. field["artifacts"].Items(100).Select(Artifact)],
            Environment = DefinitionBinder.Environment(field["environment"]),
            Secrets = kind == StageKind.Agent ? [.. secrets.Union(SecretReference.Names(parameters))] : secrets,
        };
    }

    /// <summary>An object; empty when absent.</summary>
    public static JsonElement Object(Field field)
    {
        if (field.IsAbsent)
            return NoParameters;
        if (field.Value.ValueKind == JsonValueKind.Object)
            return field.Value.Clone();
        field.Wrong("Give an object here.");
        return NoParameters;
    }

    private static List<StageNeed> Needs(Field field)
    {
        var needs = new List<StageNeed>();
        foreach (var item in field.Items(DefinitionBinder.MaxStages))
        {
            if (item.Value.ValueKind == JsonValueKind.String)
                needs.Add(new StageNeed(item.Text(), NeedCondition.Success, Required: true));
            else if (item.IsObject("stage", "condition", "required"))
                needs.Add(new StageNeed(
                    item["stage"].Text(required: true), item["condition"].Choice(NeedCondition.Success), item["required"].Flag(true)));
        }

        return needs;
    }

    private static ArtifactDefinition Artifact(Field field)
    {
        field.IsObject("name", "path", "type");
        var name = field["name"].Text(required: true);
        if (name.Length > 0 && !ArtifactNames.IsValid(name))
            field["name"].Wrong("Use letters, digits, '.', '-' and '_', at most 100.");
        var path = field["path"].Text(required: true, most: 1_000);
        if (path.Length > 0 && LeavesWorkspace(path))
            field["path"].Wrong($"'{FieldValues.Shorten(path)}' leaves the workspace. Give a path inside it, such as out/report.html.");
        var type = field["type"].Text(otherwise: "file");
        if (!ArtifactTypes.Contains(type))
            field["type"].Wrong($"'{FieldValues.Shorten(type)}' is none of {string.Join(", ", ArtifactTypes)}.");
        return new ArtifactDefinition(name, path, type);
    }

    // Links are looked at when the file is kept; here it is only about what is written.
    private static bool LeavesWorkspace(string path) =>
        path.Contains('\0', StringComparison.Ordinal)
        || path.Contains('\\', StringComparison.Ordinal)
        || path.StartsWith('/')
        || path.Contains(':', StringComparison.Ordinal)
        || path.Split('/').Contains("..");
}
