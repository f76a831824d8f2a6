using System.Globalization;
using Monolith.Kernel;
using Monolith.Pipelines.Definitions.Binding;

namespace Monolith.Pipelines.Engine.People;

/// <summary>
/// Numbers that an expression gave. What is none must not count as missing, nor 85 as surer than sure: either would let something pass that a
/// person has to see.
/// </summary>
internal static class ResolvedNumber
{
    public static Result<double?> Confidence(string text, string path) => Read(text, path, 1, "a number from 0 to 1");

    public static Result<double?> Amount(string text, string path) => Read(text, path, 1e9, "an amount, a number from 0 on");

    private static Result<double?> Read(string text, string path, double most, string what)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (double?)null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most
            ? number
            : new Problem(ErrorCodes.TaskValidationFailed, $"'{FieldValues.Shorten(text)}' is not {what}.", path);
    }
}
