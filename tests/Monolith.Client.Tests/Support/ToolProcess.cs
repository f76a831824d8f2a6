using System.Diagnostics;

namespace Monolith.Client.Tests.Support;

/// <summary>The tool as a process of its own.</summary>
internal static class ToolProcess
{
    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "Monolith.Cli.dll");

    public static Process Start(string program, string[] words, string url = "")
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        (start.Environment["MONOLITH_URL"], start.Environment["XDG_CONFIG_HOME"], start.Environment["TOOL"]) = (url, "/nonexistent", Assembly);
        return Process.Start(start)!;
    }
}
