using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>A program's environment: the host's basics, the stage's, the agent's, its place in a trace, and the marks it is found again by.</summary>
internal static class ProgramEnvironment
{
    private static readonly StringComparer NameComparer =
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public static IReadOnlyDictionary<string, string> Build(
        IEnumerable<KeyValuePair<string, string>> host,
        IReadOnlyDictionary<string, string> stage,
        IReadOnlyDictionary<string, string?> agent,
        IEnumerable<KeyValuePair<string, string>> marks)
    {
        var variables = new Dictionary<string, string>(NameComparer);
        foreach (var (name, value) in host)
            variables[name] = value;
        foreach (var (name, value) in stage)
            variables[Checked(name, value)] = value;
        foreach (var (name, value) in agent)
            Change(variables, Checked(name, value), value);
        foreach (var (name, value) in marks)
            variables[name] = value;
        return variables;
    }

    private static void Change(Dictionary<string, string> variables, string name, string? value)
    {
        if (value is null)
            variables.Remove(name);
        else
            variables[name] = value;
    }

    private static string Checked(string name, string? value) =>
        name.Length == 0 || name.Contains('=') || name.Contains('\0') || value?.Contains('\0') == true
            ? throw new ProgramStartException($"The variable '{name}' has an empty name, a name with '=', or a NUL in it.")
            : name;
}
