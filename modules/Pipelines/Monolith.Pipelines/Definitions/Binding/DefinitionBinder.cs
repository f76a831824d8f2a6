using System.Text.Json;
using System.Text.RegularExpressions;
using Monolith.Pipelines.Definitions.Model;
using Monolith.Pipelines.Definitions.Triggers;
using Monolith.Pipelines.Notifications;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>A JSON document to the model. What cannot be read is noted, and read on with a stand-in.</summary>
internal static partial class DefinitionBinder
{
    public const int MaxStages = 2_000;
    public const int MaxPriority = 100;
    private const int MaxEntries = 200;
    private const int MaxAddresses = 20;

    public static PipelineDefinition Bind(JsonElement document, ProblemList problems)
    {
        var root = new Field(document, "", problems);
        root.IsObject(
            "name", "description", "inputs", "mode", "timeout", "concurrency", "priority", "environment", "notifications", "triggers", "metadata", "budget", "stages");
        var mode = root["mode"].Choice(ExecutionMode.Parallel);
        return new PipelineDefinition
        {
            Name = Id(root["name"]),
            Description = root["description"].Text(),
            Inputs = Inputs(root["inputs"]),
            Mode = mode,
            Timeout = root["timeout"].Duration(),
            Concurrency = Concurrency(root["concurrency"]),
            Priority = root["priority"].Count(0, -MaxPriority, MaxPriority),
            Environment = Environment(root["environment"]),
            Notifications = Notify(root["notifications"]),
            Triggers = TriggersBinder.Bind(root["triggers"]),
            Metadata = Metadata(root["metadata"]),
            Budget = BudgetBinder.Bind(root["budget"]),
            Stages = Stages(root["stages"], mode),
        };
    }

    /// <summary>A pipeline's or stage's id: part of addresses, file names and logs.</summary>
    public static string Id(Field field)
    {
        var id = field.Text(required: true);
        if (id.Length > 0 && !IdPattern().IsMatch(id))
            field.Wrong($"'{FieldValues.Shorten(id)}' is not an id. Use lower-case letters, digits, '-' and '_', at most 63, a letter or digit first.");
        return id;
    }

    public static Dictionary<string, string> Environment(Field field)
    {
        var variables = new Dictionary<string, string>();
        foreach (var (name, value) in field.Entries(MaxEntries))
        {
            if (!VariablePattern().IsMatch(name))
                value.Wrong("The name of a variable has letters, digits and '_', no digit first.");
            variables[name] = value.Scalar();
        }

        return variables;
    }

    public static IReadOnlyList<string> Texts(Field field, int most = MaxEntries) => [.. field.Items(most).Select(item => item.Text())];

    private static Dictionary<string, InputDefinition> Inputs(Field field)
    {
        var inputs = new Dictionary<string, InputDefinition>();
        foreach (var (name, input) in field.Entries(MaxEntries))
        {
            if (!VariablePattern().IsMatch(name))
                input.Wrong("The name of an input has letters, digits and '_', no digit first.");
            inputs[name] = Input(input);
        }

        return inputs;
    }

    private static ConcurrencyDefinition? Concurrency(Field field)
    {
        if (field.IsAbsent || !field.IsObject("key", "limit", "whenFull"))
            return null;
        return new ConcurrencyDefinition(
            field["key"].Text(required: true, most: 500), field["limit"].Count(1, 1, 1_000), field["whenFull"].Choice(WhenFull.Queue));
    }

    private static InputDefinition Input(Field field)
    {
        if (!field.IsAbsent)
            field.IsObject("type", "required", "default", "description");
        var type = field["type"].Choice(InputType.String);
        var value = field["default"];
        if (!value.IsAbsent && !InputTypes.Fits(type, value.Value))
            value.Wrong($"The default is not of the type {type.ToString().ToLowerInvariant()}.");
        return new InputDefinition(
            type, field["required"].Flag(false), value.IsAbsent ? null : value.Value.Clone(), field["description"].Text());
    }

    private static Model.Notifications Notify(Field field)
    {
        if (!field.IsAbsent)
            field.IsObject("onSuccess", "onFailure", "onStageFailure", "onDecisionRequired");
        return new Model.Notifications(Addresses(field["onSuccess"]), Addresses(field["onFailure"]), Addresses(field["onStageFailure"]))
        {
            OnDecisionRequired = Addresses(field["onDecisionRequired"]),
        };
    }

    private static List<string> Addresses(Field field)
    {
        var addresses = new List<string>();
        foreach (var item in field.Items(MaxAddresses))
        {
            var address = item.Text(required: true);
            if (address.Length > 0 && NotificationAddress.FaultOf(address) is { } fault)
                item.Wrong(fault);
            addresses.Add(address);
        }

        return addresses;
    }

    private static JsonElement? Metadata(Field field)
    {
        if (field.IsAbsent)
            return null;
        if (field.Value.ValueKind != JsonValueKind.Object)
            field.Wrong("Give an object here.");
        return field.Value.Clone();
    }

    private static List<StageDefinition> Stages(Field field, ExecutionMode mode)
    {
        var stages = new List<StageDefinition>();
        foreach (var item in field.Items(MaxStages))
        {
            var before = mode == ExecutionMode.Sequential && stages.Count > 0 ? stages[^1].Id : null;
            stages.Add(StageBinder.Bind(item, before));
        }

        if (stages.Count == 0)
            field.Wrong("Give at least one stage.");
        return stages;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex VariablePattern();
}
