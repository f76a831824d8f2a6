using System.Globalization;
using System.Text.Json;

namespace Monolith.Pipelines.Definitions.Binding;

/// <summary>Plain values of fields.</summary>
internal static class FieldValues
{
    private const int MaxText = 20_000;

    public static string Text(this Field field, string otherwise = "", bool required = false, int most = MaxText)
    {
        if (field.IsAbsent)
        {
            if (required)
                field.Wrong("It is missing. Give text.");
            return otherwise;
        }

        if (field.Value.ValueKind != JsonValueKind.String)
        {
            field.Wrong("Give text here.");
            return otherwise;
        }

        var text = field.Value.GetString()!;
        if (text.Length > most)
            field.Wrong($"Give at most {most} characters.");
        return text;
    }

    /// <summary>Text as it stands, or a number or truth value in its usual form: environment variables are text.</summary>
    public static string Scalar(this Field field) => field.Value.ValueKind switch
    {
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => field.Value.GetRawText(),
        _ => field.Text(),
    };

    public static bool Flag(this Field field, bool otherwise)
    {
        if (field.IsAbsent)
            return otherwise;
        if (field.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return field.Value.GetBoolean();
        field.Wrong("Give true or false.");
        return otherwise;
    }

    public static double Number(this Field field, double otherwise, double least, double most)
    {
        if (field.IsAbsent)
            return otherwise;
        if (field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetDouble(out var number) && number >= least && number <= most)
            return number;
        field.Wrong(string.Create(CultureInfo.InvariantCulture, $"Give a number from {least} to {most}."));
        return otherwise;
    }

    public static int Count(this Field field, int otherwise, int least, int most)
    {
        var number = field.Number(otherwise, least, most);
        if (number == Math.Floor(number))
            return (int)number;
        field.Wrong("Give a whole number.");
        return otherwise;
    }

    public static TimeSpan? Duration(this Field field)
    {
        if (field.IsAbsent)
            return null;
        if (field.Value.ValueKind == JsonValueKind.String && Durations.Parse(field.Value.GetString()!) is { } duration)
            return duration;
        var given = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : field.Value.GetRawText();
        field.Wrong($"'{Shorten(given!)}' is not a duration. Write 500ms, 30s, 10m, 2h or 1h30m; at most 30 days.");
        return null;
    }

    public static T Choice<T>(this Field field, T otherwise)
        where T : struct, Enum
    {
        if (field.IsAbsent)
            return otherwise;
        var names = Enum.GetNames<T>();
        var text = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
        var index = Array.FindIndex(names, name => Camel(name) == text);
        if (index >= 0)
            return Enum.GetValues<T>()[index];
        field.Wrong($"'{Shorten(text)}' is none of {string.Join(", ", names.Select(Camel))}.");
        return otherwise;
    }

    public static string Shorten(string text) => text.Length > 60 ? text[..60] + "..." : text;

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
