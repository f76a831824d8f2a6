using System.Diagnostics;

namespace Monolith.Integration.Tests.Hosting;

/// <summary>Prometheus' own checker, of Debian's package prometheus.</summary>
internal static class Promtool
{
    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "promtool")).FirstOrDefault(File.Exists);

    public static bool IsInstalled => Program is not null;

    public static async Task<(int ExitCode, IReadOnlyList<string> Said)> RunAsync(string[] arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(await said).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
