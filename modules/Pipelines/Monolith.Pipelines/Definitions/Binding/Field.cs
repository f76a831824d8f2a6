using System.Text.Json;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>A value of the document and its path. Reading it as what it is not notes a problem and gives the fallback.</summary>
internal readonly record struct Field(JsonElement Value, string Path, ProblemList Problems)
{
    public bool IsAbsent => Value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>The property of an object; absent when there is none.</summary>
    public Field this[string name] => new(
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var property) ? property : default,
        Path.Length == 0 ? name : $"{Path}.{name}",
        Problems);

    public void Wrong(string message) => Problems.Add(Path, message);

    /// <summary>Notes every property that is none of the known.</summary>
    public bool IsObject(params string[] known)
    {
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Wrong("Give an object here.");
            return false;
        }

        foreach (var property in Value.EnumerateObject())
        {
            if (!known.Contains(property.Name))
                Problems.AddUnknown(this[property.Name].Path, Spelling.DidYouMean(property.Name, known));
        }

        return true;
    }

    public IEnumerable<Field> Items(int most)
    {
        if (IsAbsent)
            yield break;
        if (Value.ValueKind != JsonValueKind.Array)
        {
            Wrong("Give a list here.");
            yield break;
        }

        if (Value.GetArrayLength() > most)
            Wrong($"Give at most {most} entries.");
        var index = 0;
        foreach (var item in Value.EnumerateArray().Take(most))
            yield return new Field(item, $"{Path}[{index++}]", Problems);
    }

    public IEnumerable<(string Name, Field Value)> Entries(int most)
    {
        if (IsAbsent)
            yield break;
        if (Value.ValueKind != JsonValueKind.Object)
        {
            Wrong("Give an object here.");
            yield break;
        }

        if (Value.EnumerateObject().Count() > most)
            Wrong($"Give at most {most} entries.");
        foreach (var property in Value.EnumerateObject().Take(most))
            yield return (property.Name, this[property.Name]);
    }
}
