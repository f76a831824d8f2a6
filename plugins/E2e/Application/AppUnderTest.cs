using System.Collections.Concurrent;
using Monolith.Plugins.E2e.Secrets;

namespace Monolith.Plugins.E2e.Application;

/// <summary>The application while it is tested. Disposing it ends its process tree.</summary>
internal sealed class AppUnderTest : IAsyncDisposable
{
    private const int MostLines = 50_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan OneCall = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<string> lines = new();
    private readonly IRunningProgram? program;

    private AppUnderTest(IAgentContext context, AppSpec spec) =>
        program = spec.Program is { } start ? context.Programs.Start(start with { OnLine = Keep }) : null;

    public static AppUnderTest Start(IAgentContext context, AppSpec spec) => new(context, spec);

    /// <returns>Why it does not answer; null when it does.</returns>
    public async Task<AgentResult?> WaitAsync(IAgentContext context, AppSpec spec, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(context.CreateHttpHandler(spec.OwnPort));
        var started = context.Time.GetTimestamp();
        while (true)
        {
            string? fault;
            try
            {
                fault = await AskAsync(client, spec.ReadyUrl, cancellationToken);
            }
            catch (HttpRequestException refused) when (refused.InnerException is AddressRefusedException)
            {
                return Failed.Validation($"{spec.ReadyUrl}: {refused.InnerException.Message}");
            }

            if (program is { Exited.IsCompleted: true })
                return EarlyExit(await program.Exited);
            if (fault is null)
                return null;
            if (context.Time.GetElapsedTime(started) >= spec.ReadyWithin)
                return Failed.TimedOut($"The application was not ready within {DurationText.Format(spec.ReadyWithin)}: {spec.ReadyUrl} {fault}");
            await Task.WhenAny(Task.Delay(Interval, context.Time, cancellationToken), program?.Exited ?? Task.Delay(Timeout.Infinite, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Whether it ended by itself while it was tested; what failed then says little about the scenarios.</summary>
    public async Task<string?> EndedAsync() => program is { Exited.IsCompleted: true } && await program.Exited is var result
        ? $"The application ended with exit code {result.ExitCode} during the scenarios. Its last lines:\n{result.LastLines()}"
        : null;

    /// <summary>What it printed, secrets masked; null when it was not started here.</summary>
    public async Task<string?> WriteLogAsync(string folder, SecretText secrets)
    {
        if (program is null)
            return null;
        var file = Path.Combine(folder, "application.log");
        await File.WriteAllLinesAsync(file, lines.Select(secrets.Mask));
        return file;
    }

    public ValueTask DisposeAsync() => program?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Keep(string line)
    {
        lines.Enqueue(line);
        if (lines.Count > MostLines)
            lines.TryDequeue(out _);
    }

    // Another program may have taken the free port first; only then is it worth trying again.
    private static AgentResult EarlyExit(ProgramResult result) => AgentResult.Failure(
        AgentErrorCodes.TaskExecutionFailed,
        $"The application ended with exit code {result.ExitCode} before it was ready. Its last lines:\n{result.LastLines()}",
        retryable: (result.StandardError + result.StandardOutput).Contains("address already in use", StringComparison.OrdinalIgnoreCase));

    private static async Task<string?> AskAsync(HttpClient client, Uri url, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(OneCall);
        try
        {
            using var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, late.Token);
            return (int)answer.StatusCode < 400 ? null : $"answers {(int)answer.StatusCode}.";
        }
        catch (HttpRequestException fault) when (fault.InnerException is not AddressRefusedException)
        {
            return $"does not answer: {fault.Message}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "takes longer than 5 s to answer.";
        }
    }
}
