using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>A stage is done by an agent, is a wait, or is a run of another pipeline.</summary>
internal static class StageKindBinder
{
    private const int MaxVersion = 1_000_000;

    private static readonly string[] Kinds = ["agent", "wait", "pipeline"];

    /// <summary>What only an agent understands.</summary>
    private static readonly string[] OfAgents = ["action", "parameters", "artifacts", "environment", "secrets", "decision", "clarify", "budget"];

    public static StageKind Kind(Field stage)
    {
        var given = Kinds.Where(name => !stage[name].IsAbsent).ToList();
        if (given.Count > 1)
            stage[given[1]].Wrong($"A stage has '{given[0]}' or '{given[1]}', not both.");
        var kind = stage["wait"].IsAbsent ? stage["pipeline"].IsAbsent ? StageKind.Agent : StageKind.Pipeline : StageKind.Wait;
        if (given.Count == 1 && kind != StageKind.Agent)
            Refuse(stage, kind);
        return kind;
    }

    public static WaitDefinition? Wait(Field field)
    {
        if (field.IsAbsent || !field.IsObject("signal", "for"))
            return null;
        var (signal, time) = (field["signal"], field["for"]);
        if (signal.IsAbsent == time.IsAbsent)
            field.Wrong("Give either 'signal' or 'for'.");
        return new WaitDefinition(signal.IsAbsent ? null : DefinitionBinder.Id(signal), time.Duration());
    }

    public static ChildDefinition? Child(Field field)
    {
        if (field.IsAbsent || !field.IsObject("name", "version", "inputs"))
            return null;
        return new ChildDefinition(
            DefinitionBinder.Id(field["name"]),
            field["version"].IsAbsent ? null : field["version"].Count(1, 1, MaxVersion),
            StageBinder.Object(field["inputs"]));
    }

    private static void Refuse(Field stage, StageKind kind)
    {
        foreach (var name in OfAgents.Where(name => !stage[name].IsAbsent))
            stage[name].Wrong($"Only a stage with an agent has '{name}'.");
        if (kind == StageKind.Wait && !stage["gates"].IsAbsent)
            stage["gates"].Wrong("A wait brings no metrics.");
    }
}
