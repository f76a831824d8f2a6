using System.Text.Json;

namespace Monolith.Plugins.Scaffold.Asking;

/// <summary>Reads JSON that a model or a person wrote, and collects all that is wrong with it.</summary>
internal sealed class Reading(List<string> faults)
{
    public void Fault(string fault) => faults.Add(fault);

    /// <returns>Empty when it is not there, and then also a fault where it is required.</returns>
    public string Text(JsonElement owner, string place, int most, bool required = true)
    {
        if (owner.ValueKind != JsonValueKind.Object || owner.Value(Last(place)) is not { } value)
        {
            if (required)
                Fault($"{place}: it is missing.");
            return "";
        }

        return Scalar(value, place, most, required);
    }

    public string Scalar(JsonElement value, string place, int most, bool required = true)
    {
        if (Get(value) is not { } text)
        {
            Fault($"{place}: it must be text.");
            return "";
        }

        if (text.Length > most)
            Fault($"{place}: it is longer than {most} characters.");
        else if (required && string.IsNullOrWhiteSpace(text))
            Fault($"{place}: it is empty.");
        return text.Length > most ? "" : text;
    }

    /// <returns>Empty when it is not there, or when it is too long to be looked at.</returns>
    public IReadOnlyList<JsonElement> List(JsonElement owner, string place, int most)
    {
        if (owner.ValueKind != JsonValueKind.Object || owner.Value(Last(place)) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array)
            Fault($"{place}: it must be a list.");
        else if (value.GetArrayLength() > most)
            Fault($"{place}: it has {value.GetArrayLength()} entries; {most} at most.");
        else
            return [.. value.EnumerateArray()];
        return [];
    }

    private static string Last(string place) => place[(place.LastIndexOf('.') + 1)..];

    private static string? Get(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which is no text.
            return null;
        }
    }
}
