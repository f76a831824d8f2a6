using System.Text.Json;

namespace Monolith.Plugins.E2e.Runner;

/// <summary>
/// The program that drives the browsers: reads a <see cref="RunnerJob"/> as JSON from standard input and writes a line for each
/// <see cref="RunnerEvent"/>. It is a process of its own, so that Playwright's caches do not keep the plugin in the host's memory,
/// and so that one kill ends the browsers with it.
/// </summary>
internal static class Program
{
    public static async Task<int> Main()
    {
        using var input = JsonDocument.Parse(await Console.In.ReadToEndAsync());
        var job = RunnerJob.Read(input.RootElement);
        var events = new EventWriter(Console.Out, job.Secrets);
        try
        {
            await new RunnerLoop(job, events).RunAsync();
            return 0;
        }
        catch (RunnerException fault)
        {
            events.Write(new RunnerEvent(RunnerEventKind.Fatal) { Message = fault.Message });
            return 3;
        }
    }
}
