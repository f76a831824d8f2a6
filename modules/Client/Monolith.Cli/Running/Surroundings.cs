namespace Monolith.Cli.Running;

/// <summary>What the tool has around it: a process's own, or a test's.</summary>
/// <param name="Out">Where answers go.</param>
/// <param name="Error">Where faults go, a line each.</param>
/// <param name="Variable">Reads the environment.</param>
/// <param name="Time">The clock.</param>
internal sealed record Surroundings(TextWriter Out, TextWriter Error, Func<string, string?> Variable, TimeProvider Time)
{
    /// <summary>Whether a person looks at <see cref="Out"/>, so that it can be drawn anew.</summary>
    public bool IsTerminal { get; init; }

    public bool IsColoured => IsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR"));

    /// <summary>The terminal's, in characters.</summary>
    public Func<(int Width, int Height)> Size { get; init; } = () => (80, 24);

    public static Surroundings OfThisProcess() => new(Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System)
    {
        IsTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not ("dumb" or "" or null),
        Size = () => (Console.WindowWidth, Console.WindowHeight),
    };
}
