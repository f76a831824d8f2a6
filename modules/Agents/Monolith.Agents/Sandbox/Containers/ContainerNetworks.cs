using System.Diagnostics;
using Microsoft.Extensions.Options;
using Monolith.Agents.Bridge;
using Monolith.Agents.Sandbox.Hosts;
using Monolith.Agents.Sdk;

namespace Monolith.Agents.Sandbox.Containers;

/// <summary>
/// The networks of containers. The bridge to the proxy cannot run in an image that knows nothing of .NET: it runs outside, and listens in the network
/// of a container that does nothing but hold it, before the program is started in that same network.
/// </summary>
internal sealed class ContainerNetworks(HostProxy proxy, IOptions<SandboxOptions> options)
{
    /// <exception cref="ProgramStartException">The bridge cannot be made.</exception>
    public ContainerNetwork For(ContainerEngine engine, IReadOnlyList<string> hosts, ContainerMarks marks) =>
        hosts.Contains("*") ? new ContainerNetwork("--network=host")
        : hosts.Count == 0 ? new ContainerNetwork("--network=none")
        : Bridged(engine, proxy.For(hosts), marks);

    private ContainerNetwork Bridged(ContainerEngine engine, string socket, ContainerMarks marks)
    {
        var holder = $"{marks.Name}-network";
        Process? bridge = null;
        try
        {
            Checked(engine.Ask(
            [
                "run", .. Container.Base, "--detach", "--interactive", .. marks.Arguments(holder), .. HostLimits.Arguments(), "--network=none", "--entrypoint=cat", options.Value.Container.Image,
            ]));
            var id = Checked(engine.Ask("inspect", "--format", "{{.State.Pid}}", holder));
            List<string> command = [.. Entering(engine), "nsenter", $"--net=/proc/{id}/ns/net", "--", .. HostProxy.Bridge(socket)];
            bridge = ContainerEngine.Begin("/usr/bin/env", command);
            var address = bridge.StandardOutput.ReadLine() ?? throw new ProgramStartException($"The network of the container cannot be entered: {bridge.StandardError.ReadToEnd().Trim()}");
            return new ContainerNetwork($"--network=container:{holder}", holder, bridge) { Variables = Bridging.Variables(address) };
        }
        catch (ProgramStartException)
        {
            new ContainerNetwork("", holder, bridge).Dispose();
            engine.Ask("rm", "--force", holder);
            throw;
        }
    }

    /// <summary>Only root, and podman for the user whose containers they are, may enter.</summary>
    private static IEnumerable<string> Entering(ContainerEngine engine) =>
        engine.IsPodman && !Environment.IsPrivilegedProcess ? [engine.File, .. engine.Before, "unshare"] : [];

    private static string Checked(EngineAnswer answer) =>
        answer.IsSuccess ? answer.Output : throw new ProgramStartException($"A container for the network of the program cannot be started: {answer.Error}");
}
