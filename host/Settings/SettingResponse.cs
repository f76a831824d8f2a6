namespace Monolith.Host.Settings;

/// <summary>One setting as it stands.</summary>
/// <param name="Name">Its full name, such as <c>Engine:Lease</c>.</param>
/// <param name="Value">As it was written; <c>***</c> for a secret.</param>
/// <param name="Source"><c>default</c>, <c>environment</c>, <c>commandLine</c>, the name of a settings file, <c>secretFile</c>, <c>host</c> for what the host sets itself, or <c>other</c>.</param>
/// <param name="IsSecret">Whether its value is hidden.</param>
public sealed record SettingResponse(string Name, string? Value, string Source, bool IsSecret);

/// <summary>The settings of the host that answers; others may have been started with different ones.</summary>
/// <param name="Settings">Ordered by name.</param>
public sealed record ConfigurationResponse(IReadOnlyList<SettingResponse> Settings);
