namespace Monolith.Operations.Metrics;

internal static class LabelText
{
    /// <summary>An enum's name as labels have it.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
