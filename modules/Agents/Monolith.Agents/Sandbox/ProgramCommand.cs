namespace Monolith.Agents.Sandbox;

/// <summary>What is really started.</summary>
internal sealed record ProgramCommand(string File, IReadOnlyList<string> Arguments);
