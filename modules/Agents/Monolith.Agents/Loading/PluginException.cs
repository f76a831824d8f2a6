namespace Monolith.Agents.Loading;

/// <summary>Reads an exception that a plugin threw. Its class may be the plugin's, so even its members may throw.</summary>
internal static class PluginException
{
    private const int LongestMessage = 4096;

    /// <returns>Its type and message as one sentence.</returns>
    public static string Describe(Exception fault)
    {
        var message = Ask(() => fault.Message).Trim();
        var end = message is "" || char.IsPunctuation(message[^1]) ? "" : ".";
        return $"{fault.GetType().Name}: {(message.Length > LongestMessage ? message[..LongestMessage] : message)}{end}";
    }

    /// <returns>Everything, for the plugin's author.</returns>
    public static string Details(Exception fault) => Ask(fault.ToString);

    /// <summary>Whether the runtime looked for an assembly, rather than the plugin for a file.</summary>
    public static bool IsMissingAssembly(Exception fault) =>
        fault is FileLoadException
        || (fault is FileNotFoundException { FileName: { } name } && name.Contains("Version=", StringComparison.Ordinal));

    private static string Ask(Func<string?> question)
    {
        try
        {
            return question() ?? "";
        }
        catch (Exception)
        {
            return "(it cannot say)";
        }
    }
}
