using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Agents.Sandbox.Containers;
using Monolith.Kernel;

namespace Monolith.Agents.Tests.Sandbox.Containers;

public sealed class ContainerSettingsTests
{
    [Theory]
    [InlineData("Sandbox:Mode", "Container", "Containers need an image that carries the tools of your stages. Set Sandbox:Container:Image.")]
    [InlineData("Sandbox:Mode", "Bubblewrap", null)]
    [InlineData("Sandbox:Container:Engine", "/nonexistent/podman", "There is no file '/nonexistent/podman'. Name podman or docker, give its full path, or leave the setting out.")]
    [InlineData("Sandbox:Container:Engine", "podman", null)]
    public void Check_Value_SaysWhatIsWrong(string key, string value, string? said)
    {
        var services = new ServiceCollection();
        ContainerSettings.Add(services, new ConfigurationBuilder().Build());

        var rule = services.Select(service => service.ImplementationInstance).OfType<SettingRule>().Single(rule => rule.Key == key);

        Assert.Equal(said, rule.Check(value));
    }
}
