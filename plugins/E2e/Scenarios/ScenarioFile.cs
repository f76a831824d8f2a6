namespace Monolith.Plugins.E2e.Scenarios;

/// <summary>What one file holds.</summary>
/// <param name="Path">As it is called in messages.</param>
/// <param name="Name">The suite's name; the file's where it gives none.</param>
/// <param name="Variables">Their values, those of the stage over those of the file.</param>
internal sealed record ScenarioFile(
    string Path, string Name, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<Scenario> Scenarios);
