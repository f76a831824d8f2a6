using System.ComponentModel.DataAnnotations;
using Cronos;

namespace Monolith.Scheduling;

/// <summary>The text is a cron expression of five fields, or of six with seconds first.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CronTimeAttribute : ValidationAttribute
{
    private const int FieldsWithSeconds = 6;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string text || IsCron(text)
            ? ValidationResult.Success
            : new ValidationResult(
                $"'{text}' is no cron expression. Write minute, hour, day, month and weekday, such as 15 * * * * for a quarter past each hour.",
                [validationContext.MemberName!]);

    private static bool IsCron(string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return CronExpression.TryParse(text, fields == FieldsWithSeconds ? CronFormat.IncludeSeconds : CronFormat.Standard, out _);
    }
}
