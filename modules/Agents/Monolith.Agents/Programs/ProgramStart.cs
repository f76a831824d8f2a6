using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Monolith.Agents.Contracts;
using Monolith.Agents.Sandbox;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Programs;

/// <summary>Starts a process as its specification says.</summary>
internal static class ProgramStart
{
    private const int NeverStarted = 127;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="ProgramStartException">It cannot be started.</exception>
    public static StartedProgram Start(ProgramSpec spec, AgentCall call, ConfinedAgent agent, IEnumerable<KeyValuePair<string, string>> marks)
    {
        Directory.CreateDirectory(call.Workspace);
        var folder = WorkspacePath.Resolve(call.Workspace, spec.WorkingFolder);
        var host = agent.RunsInImage ? HostEnvironment.PortableVariables() : HostEnvironment.Variables();
        var environment = ProgramEnvironment.Build(host, call.Environment, spec.Environment, marks);
        var file = agent.RunsInImage ? ProgramFile.InImage(spec.FileName, folder) : ProgramFile.Find(spec.FileName, folder, environment.GetValueOrDefault("PATH"));
        var command = agent.Confine(new ProgramCommand(file, [.. spec.Arguments.Select(Checked)], environment), folder, Path.GetFullPath(call.Workspace));
        var process = new Process { StartInfo = Describe(command, folder) };
        try
        {
            process.Start();
            return new StartedProgram(process, command.Ended);
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or IOException)
        {
            process.Dispose();
            command.Ended?.Invoke(NeverStarted);
            throw new ProgramStartException($"The program '{spec.FileName}' cannot be started: {fault.Message}", fault);
        }
    }

    private static ProcessStartInfo Describe(ProgramCommand command, string folder)
    {
        var info = new ProcessStartInfo(command.File)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var argument in command.Arguments)
            info.ArgumentList.Add(argument);
        info.Environment.Clear();
        foreach (var (name, value) in command.Environment)
            info.Environment[name] = value;
        return info;
    }

    private static string Checked(string? argument) => argument is null || argument.Contains('\0')
        ? throw new ProgramStartException("An argument is null or holds a NUL.")
        : argument;
}

/// <param name="Process">Running.</param>
/// <param name="Ended">As of <see cref="ProgramCommand"/>.</param>
internal sealed record StartedProgram(Process Process, Func<int, Task>? Ended);
