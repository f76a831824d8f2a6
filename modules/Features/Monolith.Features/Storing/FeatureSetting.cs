namespace Monolith.Features.Storing;

/// <summary>What an admin set of a flag.</summary>
/// <param name="Name">The flag's.</param>
/// <param name="Enabled">False: off for everybody.</param>
/// <param name="Audience">For whom it is on; <see cref="FeatureAudience.Everybody"/> for all.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="ChangedBy">Who.</param>
internal sealed record FeatureSetting(string Name, bool Enabled, FeatureAudience Audience, DateTimeOffset ChangedAt, string ChangedBy)
{
    /// <returns>For the audit trail and the log.</returns>
    public static string InWords(FeatureSetting? setting) => setting switch
    {
        null => "not set",
        { Enabled: false } => "off",
        { Audience.IsEverybody: true } => "on",
        _ => $"on for {setting.Audience}",
    };
}
