using System.Text.Json;
using System.Text.Json.Nodes;
using Monolith.Pipelines.Definitions.Model;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>The parameter sets of a matrix: every combination of its axes, then those that are included one by one.</summary>
internal static class MatrixBinder
{
    public const int MaxSets = 256;
    private const int MaxAxes = 10;

    public static MatrixDefinition? Bind(Field field)
    {
        if (field.IsAbsent || !field.IsObject("axes", "include", "maxParallel"))
            return null;

        var sets = Combinations(field["axes"]);
        foreach (var item in field["include"].Items(MaxSets))
        {
            foreach (var (name, value) in item.Entries(MaxAxes))
                CheckPlain(name, value);
            sets.Add(item.Value.ValueKind == JsonValueKind.Object ? item.Value.Clone() : default);
        }

        if (sets.Count is 0 or > MaxSets)
            field.Wrong($"It makes {sets.Count} parameter sets. Give axes or include that make 1 to {MaxSets}.");
        return new MatrixDefinition([.. sets.Take(MaxSets)], field["maxParallel"].IsAbsent ? null : field["maxParallel"].Count(1, 1, MaxSets));
    }

    private static List<JsonElement> Combinations(Field axes)
    {
        var sets = new List<JsonObject>();
        foreach (var (name, axis) in axes.Entries(MaxAxes))
        {
            var values = axis.Items(MaxSets).ToList();
            if (values.Count == 0)
                axis.Wrong("Give at least one value.");
            foreach (var value in values)
                CheckPlain(name, value);
            // One too many is kept, so that the bound is seen to be broken; more would only cost memory.
            sets = [.. (sets.Count == 0 ? [[]] : sets).SelectMany(set => values.Select(value => With(set, name, value))).Take(MaxSets + 1)];
        }

        return [.. sets.Select(set => JsonSerializer.SerializeToElement(set))];
    }

    private static JsonObject With(JsonObject set, string name, Field value)
    {
        var copy = set.DeepClone().AsObject();
        copy[name] = JsonNode.Parse(value.Value.GetRawText());
        return copy;
    }

    private static void CheckPlain(string name, Field value)
    {
        if (name.Length is 0 or > 100 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
            value.Wrong("The name has letters, digits and '_' only.");
        if (value.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
            value.Wrong("Give text, a number, true or false.");
    }
}
