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
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="ProgramStartException">It cannot be started.</exception>
    public static Process Start(ProgramSpec spec, AgentCall call, ConfinedAgent agent, IEnumerable<KeyValuePair<string, string>> marks)
    {
        Directory.CreateDirectory(call.Workspace);
        var folder = WorkspacePath.Resolve(call.Workspace, spec.WorkingFolder);
        var environment = ProgramEnvironment.Build(call.Environment, spec.Environment, marks);
        var file = ProgramFile.Find(spec.FileName, folder, environment.GetValueOrDefault("PATH"));
        var command = agent.Confine(new ProgramCommand(file, [.. spec.Arguments.Select(Checked)]), folder, Path.GetFullPath(call.Workspace));
        var process = new Process { StartInfo = Describe(command.File, command.Arguments, folder, environment) };
        try
        {
            process.Start();
            return process;
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or IOException)
        {
            process.Dispose();
            throw new ProgramStartException($"The program '{spec.FileName}' cannot be started: {fault.Message}", fault);
        }
    }

    private static ProcessStartInfo Describe(
        string file, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var info = new ProcessStartInfo(file)
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
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        info.Environment.Clear();
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        return info;
    }

    private static string Checked(string? argument) => argument is null || argument.Contains('\0')
        ? throw new ProgramStartException("An argument is null or holds a NUL.")
        : argument;
}
