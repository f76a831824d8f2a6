using System.Collections.Concurrent;

namespace Monolith.Agents.Testing;

/// <summary>Programs that do not run: a test says what comes of each.</summary>
/// <param name="run">Gets a program and says how it ended. It may throw <see cref="ProgramStartException"/>.</param>
public sealed class ScriptedPrograms(Func<ProgramSpec, ProgramResult> run) : IProgramRunner
{
    private readonly ConcurrentQueue<ProgramSpec> started = new();

    /// <summary>What was asked for, in order.</summary>
    public IReadOnlyCollection<ProgramSpec> Started => started;

    /// <summary>An end with this exit code and output.</summary>
    public static ProgramResult Ended(int exitCode, string output = "", string error = "") => new(exitCode, output, error, TimeSpan.Zero);

    /// <inheritdoc/>
    public Task<ProgramResult> RunAsync(ProgramSpec program, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Do(program));
    }

    /// <inheritdoc/>
    public IRunningProgram Start(ProgramSpec program) => new Ending(Do(program));

    private ProgramResult Do(ProgramSpec program)
    {
        started.Enqueue(program);
        var result = run(program);
        foreach (var line in result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            program.OnLine?.Invoke(line);
        return result;
    }

    private sealed class Ending(ProgramResult result) : IRunningProgram
    {
        public Task<ProgramResult> Exited { get; } = Task.FromResult(result);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
