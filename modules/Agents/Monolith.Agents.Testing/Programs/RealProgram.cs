using System.Diagnostics;
using System.Text;

namespace Monolith.Agents.Testing;

/// <summary>A program under way.</summary>
public sealed class RealProgram : IRunningProgram
{
    private readonly Process process;

    internal RealProgram(Process process, ProgramSpec program, IAgentLog log)
    {
        this.process = process;
        Exited = ObserveAsync(program, log);
    }

    /// <summary>The process id.</summary>
    public int Id => process.Id;

    /// <inheritdoc/>
    public Task<ProgramResult> Exited { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await Exited;
        process.Dispose();
    }

    private async Task<ProgramResult> ObserveAsync(ProgramSpec program, IAgentLog log)
    {
        var started = TimeProvider.System.GetTimestamp();
        var output = ReadAsync(process.StandardOutput, program.LogOutput ? log : null, program.OnLine);
        var error = ReadAsync(process.StandardError, program.LogOutput ? log : null, program.OnLine);
        await FeedAsync(program.StandardInput);
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, await output, await error, TimeProvider.System.GetElapsedTime(started));
    }

    private async Task FeedAsync(string? input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before it read all.
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, IAgentLog? log, Action<string>? onLine)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            text.Append(line).Append('\n');
            log?.Info(line);
            onLine?.Invoke(line);
        }

        return text.ToString();
    }
}
