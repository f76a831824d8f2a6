namespace Monolith.Agents.Sandbox;

/// <summary>What is really started.</summary>
/// <param name="File">Full path, or a name that the sandbox looks up.</param>
/// <param name="Arguments">Its own.</param>
/// <param name="Environment">All of it.</param>
/// <param name="Ended">Given the exit code once the process has ended: ends what it does not take with it. Null when there is no such thing.</param>
internal sealed record ProgramCommand(
    string File, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, Func<int, Task>? Ended = null);
