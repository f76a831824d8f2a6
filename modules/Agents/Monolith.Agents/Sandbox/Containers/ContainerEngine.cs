using System.ComponentModel;
using System.Diagnostics;
using Monolith.Agents.Programs;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>podman or docker, by its command line.</summary>
/// <param name="File">Full path.</param>
/// <param name="Before">The arguments before any command.</param>
internal sealed record ContainerEngine(string File, IReadOnlyList<string> Before)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Else it is docker.</summary>
    public bool IsPodman { get; init; }

    /// <summary>Whether it can put a process before the program that passes signals on to it and buries what it leaves.</summary>
    public bool HasInit { get; init; }

    public string Name => IsPodman ? "podman" : "docker";

    /// <summary>What it is started with: how it finds its tools, files and daemon, and nothing else of the host's.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = HostEnvironment.Variables()
        .Concat(EngineVariables.OfHost())
        .DistinctBy(variable => variable.Key)
        .ToDictionary();

    /// <summary>Waits for the answer. A failure is an answer too.</summary>
    public EngineAnswer Ask(params IEnumerable<string> command)
    {
        try
        {
            using var process = Begin(File, [.. Before, .. command]);
            process.StandardInput.Close();
            var said = (Output: process.StandardOutput.ReadToEndAsync(), Error: process.StandardError.ReadToEndAsync());
            if (process.WaitForExit(Patience))
                return new EngineAnswer(process.ExitCode == 0, said.Output.GetAwaiter().GetResult().Trim(), said.Error.GetAwaiter().GetResult().Trim());
            process.Kill(entireProcessTree: true);
            return new EngineAnswer(IsSuccess: false, "", $"It did not answer within {Patience.TotalSeconds:0} s.");
        }
        catch (Exception fault) when (fault is Win32Exception or IOException or InvalidOperationException)
        {
            return new EngineAnswer(IsSuccess: false, "", fault.Message);
        }
    }

    /// <summary>A program of the host's own, outside of any sandbox.</summary>
    public static Process Begin(string file, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

/// <param name="IsSuccess">Whether it ended with 0.</param>
/// <param name="Output">Without spaces at its ends.</param>
/// <param name="Error">As well.</param>
internal sealed record EngineAnswer(bool IsSuccess, string Output, string Error);
