using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>The command line of podman or docker for a program: a container that begins and ends with it.</summary>
internal sealed class Container(ContainerProbe probe, SandboxPaths paths, ContainerNetworks networks, IOptions<SandboxOptions> options, ILogger<Container> log) : ISandbox
{
    /// <summary>What the engine itself ends with when it did not start the program, or lost it; a program may end so too.</summary>
    private const int LeastDoubtful = 125;

    /// <summary>
    /// Of every container. SELinux would keep it from the workspace unless the workspace were given another label. What a program says goes to the
    /// host alone and into no log of the engine.
    /// </summary>
    public static IReadOnlyList<string> Base { get; } =
    [
        "--rm", "--pull=never", "--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges", "--security-opt=label=disable", "--ipc=private",
        "--log-driver=none", "--no-healthcheck", "--stop-timeout=0",
    ];

    public SandboxMode Mode => SandboxMode.Container;

    public string? Fault => probe.Fault();

    public ProgramCommand Command(SandboxedProgram program)
    {
        var engine = probe.Engine;
        var marks = new ContainerMarks(program.Command.Environment);
        var network = networks.For(engine, program.Capabilities.Hosts, marks);
        var (given, environment) = EngineVariables.Give(Variables(program, network));
        List<string> arguments =
        [
            .. engine.Before,
            "run",
            .. Base,
            "--interactive",
            .. marks.Arguments(marks.Name),
            .. engine.HasInit ? ["--init"] : Array.Empty<string>(),
            .. engine.IsPodman ? ["--http-proxy=false"] : Array.Empty<string>(),
            .. ContainerUser.Arguments(engine),
            .. Limits(),
            network.Argument,
            .. ContainerMounts.Arguments(paths.OverAnImage(program), options.Value.TemporaryBytes(), engine.IsPodman),
            .. given,
            $"--workdir={program.Folder}",
            $"--entrypoint={program.Command.File}",
            options.Value.Container.Image,
            .. program.Command.Arguments,
        ];
        return new ProgramCommand(engine.File, arguments, environment, exitCode => EndAsync(engine, marks, network, exitCode));
    }

    /// <summary>Found by their labels, which are the marks of programs.</summary>
    public Task EndLeftoversAsync(string mark) => Task.Run(() =>
    {
        if (Fault is not null)
            return;
        var left = probe.Engine.Ask("ps", "--all", "--quiet", "--no-trunc", "--filter", $"label={mark}");
        foreach (var container in left.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Remove(probe.Engine, container);
    });

    private static Dictionary<string, string> Variables(SandboxedProgram program, ContainerNetwork network)
    {
        var variables = new Dictionary<string, string>(program.Command.Environment, StringComparer.Ordinal);
        variables.TryAdd("HOME", SandboxPaths.Home);
        foreach (var (name, value) in network.Variables)
            variables[name] = value;
        return variables;
    }

    private Task EndAsync(ContainerEngine engine, ContainerMarks marks, ContainerNetwork network, int exitCode) => Task.Run(() =>
    {
        network.Dispose();
        if (exitCode >= LeastDoubtful)
            Remove(engine, marks.Name);
        if (network.Holder is { } holder)
            Remove(engine, holder);
    });

    // One at a time: podman passes over all that follow one that is gone.
    private void Remove(ContainerEngine engine, string container)
    {
        var answer = engine.Ask("rm", "--force", container);
        if (!answer.IsSuccess && !answer.Error.Contains("no such container", StringComparison.OrdinalIgnoreCase))
            log.LogWarning("{Engine} could not end the container {Container}: {Reason}", engine.Name, container, answer.Error);
    }

    private IEnumerable<string> Limits()
    {
        var settings = options.Value;
        yield return "--ulimit=core=0:0";
        yield return string.Create(CultureInfo.InvariantCulture, $"--ulimit=fsize={settings.FileBytes()}:{settings.FileBytes()}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--pids-limit={settings.Container.Processes}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--shm-size={settings.TemporaryBytes()}");
        if (settings.MemoryMiB > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"--memory={settings.MemoryBytes()}");
        foreach (var limit in HostLimits.Arguments())
            yield return limit;
    }
}
