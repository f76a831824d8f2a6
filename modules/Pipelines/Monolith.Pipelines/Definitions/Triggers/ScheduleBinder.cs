using Cronos;
using Monolith.Pipelines.Contracts.Triggers;
using Monolith.Pipelines.Definitions.Binding;

namespace Monolith.Pipelines.Definitions.Triggers;

/// <summary>One entry of <c>triggers.schedule</c>.</summary>
internal static class ScheduleBinder
{
    private const string Utc = "UTC";

    public static ScheduleTrigger Bind(Field field)
    {
        field.IsObject("name", "cron", "timeZone", "missed", "overlap", "inputs");
        return new ScheduleTrigger(
            DefinitionBinder.Id(field["name"]),
            Cron(field["cron"]),
            Zone(field["timeZone"]),
            field["missed"].Choice(MissedTimes.Skip),
            field["overlap"].Choice(OverlappingRuns.Skip),
            TriggersBinder.Inputs(field["inputs"]));
    }

    private static string Cron(Field field)
    {
        var text = field.Text(required: true, most: 100);
        if (text.Length > 0 && !CronExpression.TryParse(text, CronFormat.Standard, out _))
            field.Wrong($"'{FieldValues.Shorten(text)}' is no cron expression. Write minute, hour, day, month and weekday, such as 15 3 * * 1-5.");
        return text;
    }

    private static string Zone(Field field)
    {
        var text = field.Text(Utc, most: 100);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) || !zone.HasIanaId)
            field.Wrong($"'{FieldValues.Shorten(text)}' is no time zone of the IANA database. Write one such as Europe/Berlin or UTC.");
        return text;
    }
}
