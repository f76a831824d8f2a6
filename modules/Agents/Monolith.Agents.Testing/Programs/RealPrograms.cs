using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Monolith.Agents.Testing;

/// <summary>Runs programs as a host does, but for the sandbox: in the workspace, from a small environment of their own.</summary>
/// <param name="workspace">Absolute path; working folders are relative to it.</param>
/// <param name="stageEnvironment">The stage's environment.</param>
/// <param name="log">Gets each line of their output.</param>
public sealed class RealPrograms(
    string workspace, IReadOnlyDictionary<string, string> stageEnvironment, IAgentLog log) : IProgramRunner
{
    private static readonly string[] Inherited =
    [
        "PATH", "HOME", "LANG", "TMPDIR", "NUGET_PACKAGES", "NUGET_CERT_REVOCATION_MODE", "DOTNET_ROOT",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy",
        "USERPROFILE", "SystemRoot", "TEMP", "APPDATA", "LOCALAPPDATA", "ProgramFiles",
    ];

    private readonly ConcurrentQueue<ProgramSpec> started = new();

    /// <summary>What was run, command lines and environments.</summary>
    public IReadOnlyCollection<ProgramSpec> Started => started;

    /// <inheritdoc/>
    public async Task<ProgramResult> RunAsync(ProgramSpec program, CancellationToken cancellationToken)
    {
        await using var running = StartProcess(program);
        return await running.Exited.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public IRunningProgram Start(ProgramSpec program) => StartProcess(program);

    private RealProgram StartProcess(ProgramSpec program)
    {
        started.Enqueue(program);
        var folder = Path.GetFullPath(program.WorkingFolder ?? ".", workspace);
        var start = new ProcessStartInfo(Path.GetFileName(program.FileName) == program.FileName
            ? program.FileName
            : Path.GetFullPath(program.FileName, folder), program.Arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        FillEnvironment(start, program);
        try
        {
            return new RealProgram(Process.Start(start)!, program, log);
        }
        catch (Win32Exception fault)
        {
            throw new ProgramStartException($"'{program.FileName}' cannot be started: {fault.Message}", fault);
        }
    }

    private void FillEnvironment(ProcessStartInfo start, ProgramSpec program)
    {
        start.Environment.Clear();
        // Programs of a test end before it pays to compile anything twice: a third of the processor time of a small build. In hexadecimal, milliseconds.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "FFFFF";
        var inherited = Inherited.Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name)));
        var stage = stageEnvironment.Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value));
        foreach (var (name, value) in inherited.Concat(stage).Concat(program.Environment))
        {
            start.Environment[name] = value;
        }
    }
}
