namespace Monolith.Pipelines.Api.Badges;

/// <summary>A badge as shields.io reads it from an endpoint.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Label">The pipeline's name.</param>
/// <param name="Message">passing, failing, running or unknown.</param>
/// <param name="Color">brightgreen, red, blue or lightgrey.</param>
/// <param name="IsError">Whether it is failing.</param>
internal sealed record BadgeResponse(int SchemaVersion, string Label, string Message, string Color, bool IsError);
