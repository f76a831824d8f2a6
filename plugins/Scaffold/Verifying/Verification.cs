namespace Monolith.Plugins.Scaffold.Verifying;

/// <summary>Runs what builds and tests a project, one command after the other, up to the first that fails.</summary>
internal sealed class Verification(IAgentContext context, string folder, IReadOnlyList<IReadOnlyList<string>> commands)
{
    private const int MostOutput = 8_000;

    private static readonly Dictionary<string, string?> Environment = new(DotNetEnvironment.Create()) { ["CI"] = "true" };

    /// <returns>What failed; null when nothing did.</returns>
    public async Task<Broken?> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var words in commands)
        {
            var command = string.Join(' ', words);
            context.Log.Info($"> {command}");
            if (await RunAsync(words, cancellationToken) is { } output)
                return new Broken(command, output);
        }

        return null;
    }

    private async Task<string?> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var patience = context.Parameters.Duration("commandTimeout", TimeSpan.FromMinutes(5));
        using var timeout = new CancellationTokenSource(patience, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var program = new ProgramSpec(words[0], [.. words.Skip(1)]) { WorkingFolder = WorkspacePath.Relative(context, folder), Environment = Environment };
            var result = await context.Programs.RunAsync(program, either.Token);
            return result.ExitCode == 0 ? null : $"exit code {result.ExitCode}\n{Tail(result.StandardOutput)}\n{Tail(result.StandardError)}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"It took longer than {DurationText.Format(patience)} and was stopped.";
        }
    }

    // Without the workspace's own path, which holds the run's id: it is nobody's business, and a question that holds it can never be replayed.
    private string Tail(string output)
    {
        var text = output.Replace(context.Workspace + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        return Cut(text);
    }

    private static string Cut(string text) => text.Length <= MostOutput ? text.Trim() : "…" + text[^MostOutput..].Trim();
}

/// <summary>A command that failed.</summary>
/// <param name="Command">As a person would type it.</param>
/// <param name="Output">The end of what it printed.</param>
internal sealed record Broken(string Command, string Output);
