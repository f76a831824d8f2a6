using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

// Started inside a sandbox without network, before the program: what the program sends to the proxy on loopback goes on to the one socket that leads out.
// monolith-bridge SOCKET PROGRAM ARGUMENTS...
var (socket, program, arguments) = (args[0], args[1], args[2..]);
using var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start();
_ = Monolith.Agents.Bridge.Bridging.AcceptAsync(listener, socket);

var address = $"http://{listener.LocalEndpoint}";
var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
foreach (var name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" })
    (start.Environment[name], start.Environment[name.ToLowerInvariant()]) = (address, address);
(start.Environment["NO_PROXY"], start.Environment["no_proxy"]) = ("localhost,127.0.0.1,::1", "localhost,127.0.0.1,::1");
using var started = Process.Start(start)!;
await started.WaitForExitAsync();
return started.ExitCode;
