namespace Monolith.Resilience.Contracts.Retries;

/// <summary>How often something that failed is tried again, and after what wait, under a name. Used by stages and by outgoing calls alike.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="MaxAttempts">The first one counts.</param>
/// <param name="Backoff">The wait after the first attempt.</param>
/// <param name="MaxBackoff">No wait is longer.</param>
/// <param name="Factor">Each wait is so many times the one before.</param>
public sealed record RetryPreset(string Name, int MaxAttempts, TimeSpan Backoff, TimeSpan MaxBackoff, double Factor)
{
    /// <summary>Every preset.</summary>
    public static IReadOnlyList<RetryPreset> All { get; } =
    [
        Of("quick", 3, 1, 5, 2),
        Of("standard", 3, 2, 30, 2),
        Of("aggressive", 5, 1, 60, 2.5),
        Of("patient", 3, 5, 120, 3),
        Of("network", 5, 1, 30, 2),
    ];

    /// <returns>Null when there is none of that name.</returns>
    public static RetryPreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);

    private static RetryPreset Of(string name, int attempts, double first, double most, double factor) =>
        new(name, attempts, TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(most), factor);
}
