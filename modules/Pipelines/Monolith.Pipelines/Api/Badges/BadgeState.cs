namespace Monolith.Pipelines.Api.Badges;

/// <summary>What a badge says.</summary>
/// <param name="Message">The word.</param>
/// <param name="Color">By the name that shields.io has for it.</param>
/// <param name="Hex">The same, dark enough for white letters (WCAG AA, 4.5:1).</param>
internal sealed record BadgeState(string Message, string Color, string Hex)
{
    public static readonly BadgeState Passing = new("passing", "brightgreen", "#2b7a0b");
    public static readonly BadgeState Failing = new("failing", "red", "#b3261e");
    public static readonly BadgeState Running = new("running", "blue", "#0b5cad");
    public static readonly BadgeState Unknown = new("unknown", "lightgrey", "#6b6b6b");
}
