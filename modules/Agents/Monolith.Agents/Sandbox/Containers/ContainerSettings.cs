using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Kernel;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>What the host checks at its start of the settings of containers.</summary>
internal static class ContainerSettings
{
    private const string Section = "Sandbox:Container";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new SettingsSection(Section, typeof(ContainerOptions)));
        services.AddSingleton(new SettingRule("Sandbox:Mode", mode => ModeFault(mode, configuration[$"{Section}:Image"])));
        services.AddSingleton(new SettingRule($"{Section}:Engine", EngineFault));
    }

    private static string? ModeFault(string mode, string? image) =>
        mode.Equals(nameof(SandboxMode.Container), StringComparison.OrdinalIgnoreCase) && string.IsNullOrWhiteSpace(image)
            ? $"Containers need an image that carries the tools of your stages. Set {Section}:Image."
            : null;

    private static string? EngineFault(string engine) =>
        engine.Contains('/') && !File.Exists(engine) ? $"There is no file '{engine}'. Name podman or docker, give its full path, or leave the setting out." : null;
}
