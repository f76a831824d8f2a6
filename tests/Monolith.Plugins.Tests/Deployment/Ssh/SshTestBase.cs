using System.Globalization;
using System.Net;

namespace Monolith.Plugins.Tests.Deployment.Ssh;

/// <summary>A real ssh server on this machine, with keys of its own.</summary>
public abstract class SshTestBase : DeploymentTestBase
{
    private readonly int sshPort = FreePort();

    private protected string Remote => Path.Combine(Workspace.Outside, "remote");

    private protected Dictionary<string, object> OverSsh(string version) => new(App(version))
    {
        ["target"] = new Dictionary<string, object>
        {
            ["name"] = "app",
            ["type"] = "ssh",
            ["port"] = Port,
            ["state"] = State,
            ["host"] = "127.0.0.1",
            ["sshPort"] = sshPort,
            ["folder"] = Remote,
            ["identityFile"] = KeyFile("client"),
            ["knownHosts"] = KeyFile("known_hosts"),
        },
    };

    private string KeyFile(string name) => Path.Combine(Workspace.Outside, name);

    private protected async Task<ServerProgram> SshServerAsync(bool knowsTheServer)
    {
        var context = Context("keys", new { });
        foreach (var name in new[] { "server", "client" })
        {
            var made = await context.RealPrograms.RunAsync(new ProgramSpec("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", KeyFile(name)), CancellationToken.None);
            Assert.True(made.ExitCode == 0, made.StandardError);
        }

        var key = string.Join(' ', (await File.ReadAllTextAsync(KeyFile("server.pub"))).Split(' ').Take(2));
        await File.WriteAllTextAsync(
            KeyFile("known_hosts"), knowsTheServer ? string.Create(CultureInfo.InvariantCulture, $"[127.0.0.1]:{sshPort} {key}\n") : "");
        await File.WriteAllTextAsync(KeyFile("sshd_config"), $"""
            Port {sshPort}
            ListenAddress 127.0.0.1
            HostKey {KeyFile("server")}
            PidFile none
            AuthorizedKeysFile {KeyFile("client.pub")}
            StrictModes no
            UsePAM no
            PasswordAuthentication no

            """);
        if (Environment.UserName == "root")
        {
            // The system's own start of the server makes it.
            Directory.CreateDirectory("/run/sshd");
        }

        return await ServerProgram.StartAsync(new IPEndPoint(IPAddress.Loopback, sshPort), "/usr/sbin/sshd", "-D", "-e", "-f", KeyFile("sshd_config"));
    }
}
