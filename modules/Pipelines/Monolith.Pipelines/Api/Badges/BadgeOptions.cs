namespace Monolith.Pipelines.Api.Badges;

/// <summary>Section <c>Badges</c>: whose last result anybody may see.</summary>
public sealed class BadgeOptions
{
    /// <summary>Pipelines whose badges are shown without sign-in below /badges: project/name, where * stands for any text, such as default/*.</summary>
    public List<string> Public { get; } = [];
}
