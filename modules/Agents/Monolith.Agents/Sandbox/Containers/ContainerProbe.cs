using Microsoft.Extensions.Options;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>Whether the engine and its image are there. Asked until they are.</summary>
internal sealed class ContainerProbe(IOptions<SandboxOptions> options)
{
    private const string Install = "Install podman (apt-get install podman), or set Sandbox:Container:Engine to the full path of podman or docker.";

    private readonly Lock asking = new();
    private ContainerEngine? found;

    /// <summary>Only where there is no <see cref="Fault"/>.</summary>
    public ContainerEngine Engine => found ?? throw new InvalidOperationException("There is no engine.");

    /// <summary>Why there can be no container and how to mend it; null when there can.</summary>
    public string? Fault()
    {
        lock (asking)
            return found is null ? Find() : null;
    }

    private string? Find()
    {
        var settings = options.Value.Container;
        if (string.IsNullOrWhiteSpace(settings.Image))
            return "Sandbox:Mode is Container, but no image is named. Set Sandbox:Container:Image to one that carries the tools of your stages.";
        if (FileOf(settings.Engine) is not { } file)
        {
            return settings.Engine.Length == 0
                ? $"Sandbox:Mode is Container, but neither podman nor docker is on PATH. {Install}"
                : $"Sandbox:Container:Engine: there is no program '{settings.Engine}'. {Install}";
        }

        var engine = new ContainerEngine(file, settings.EngineArguments);
        var version = engine.Ask("--version");
        if (!version.IsSuccess)
            return $"Sandbox:Container:Engine: {file} does not work: {version.Error} {Install}";
        engine = engine with { IsPodman = version.Output.StartsWith("podman", StringComparison.OrdinalIgnoreCase) };
        var image = engine.Ask("image", "inspect", "--format", "{{.Id}}", settings.Image);
        if (!image.IsSuccess)
        {
            return $"Sandbox:Container:Image: {engine.Name} does not give the image '{settings.Image}': {image.Error} "
                + $"Get it by '{engine.Name} pull {settings.Image}', or name another; Sandbox:Container:EngineArguments must lead to where it is.";
        }

        found = engine with { HasInit = MakesInit(engine, settings.Image) };
        return null;
    }

    /// <summary>podman needs a program for it that is not always installed.</summary>
    private static bool MakesInit(ContainerEngine engine, string image)
    {
        var made = engine.Ask("create", "--init", "--network=none", "--pull=never", image, "true");
        return made.IsSuccess && engine.Ask("rm", "--force", made.Output).IsSuccess;
    }

    private static string? FileOf(string named)
    {
        if (named.Contains('/'))
            return File.Exists(named) ? Path.GetFullPath(named) : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] names = named.Length == 0 ? ["podman", "docker"] : [named];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
