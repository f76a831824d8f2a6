using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Monolith.Agents.Discovery;
using Monolith.Agents.Programs;
using Monolith.Agents.Sandbox.Hosts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Workers.Life;

/// <summary>How the processes of a plugin are started.</summary>
internal sealed record WorkerLaunch(PluginFolder Folder, PluginManifest Manifest, WorkerLimits Limits, WorkerHello Hello)
{
    private const string Worker = "Monolith.Agents.Worker.dll";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether the plugin is a program that speaks over its standard input and output.</summary>
    public bool IsProgram => Manifest.Command.Count > 0;

    /// <param name="mark">What it is found by, as <see cref="WorkerMarks"/> makes it.</param>
    /// <param name="socket">Where it is to connect; null for a program.</param>
    /// <exception cref="WorkerException">It cannot be started.</exception>
    public Process Start(string mark, string? socket)
    {
        try
        {
            return Process.Start(Describe(Limits.Command(socket is null ? Program() : Assembly(socket)), mark))!;
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or IOException or ProgramStartException)
        {
            throw new WorkerException(AgentErrorCodes.InsufficientResources, $"Its process cannot be started: {fault.Message}", retryable: true);
        }
    }

    private List<string> Program()
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        return [ProgramFile.Find(Manifest.Command[0], Folder.Path, path), .. Manifest.Command.Skip(1)];
    }

    private static List<string> Assembly(string socket)
    {
        var file = Path.Combine(AppContext.BaseDirectory, Worker);
        return File.Exists(file)
            ? [HostProxy.DotNet, file, socket]
            : throw new ProgramStartException($"'{file}' is not there. Copy the host's whole output again.");
    }

    private ProcessStartInfo Describe(IReadOnlyList<string> command, string mark)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = Folder.Path,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        info.Environment.Clear();
        foreach (var (name, value) in HostEnvironment.Variables())
            info.Environment[name] = value;
        info.Environment[WorkerMarks.Variable] = mark;
        info.Environment["DOTNET_GCHeapHardLimit"] = Limits.Heap;
        return info;
    }
}
