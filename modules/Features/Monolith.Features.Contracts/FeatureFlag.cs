namespace Monolith.Features.Contracts;

/// <summary>
/// A switch that an admin turns while hosts run. A module that honours one registers it as a singleton instance; what nobody registers
/// cannot be set, so no name outlives its use.
/// </summary>
/// <param name="Name">Lower-case letters, digits and '-'; what is true when it is on, such as <c>models-paused</c>.</param>
/// <param name="Description">A sentence for admins: what happens when it is on.</param>
/// <param name="Default">Whether it is on when neither an admin nor the configuration says anything.</param>
public sealed record FeatureFlag(string Name, string Description, bool Default);
