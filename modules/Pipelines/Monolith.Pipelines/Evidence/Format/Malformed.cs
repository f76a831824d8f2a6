using System.Text.Json;

namespace Monolith.Pipelines.Evidence.Format;

/// <summary>What reading JSON that is not as expected throws.</summary>
internal static class Malformed
{
    public static bool Is(Exception fault) => fault is
        JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException or ArgumentException;
}
