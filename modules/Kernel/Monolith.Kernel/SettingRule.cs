namespace Monolith.Kernel;

/// <summary>A rule for a setting that no <see cref="SettingsSection"/> holds. The host asks it at start, with everything else.</summary>
/// <param name="Key">The setting's place, such as <c>ConnectionStrings:Redis</c>; settings directly beneath it are checked too.</param>
/// <param name="Check">What is wrong with the value, as a sentence for a person; null when it is right. Asked only for values that are there.</param>
public sealed record SettingRule(string Key, Func<string, string?> Check);
