using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Monolith.Agents.Bridge;

// Started in a network that leads nowhere: what a program sends to the proxy on loopback goes on to the one socket that leads out.
// monolith-bridge SOCKET PROGRAM ARGUMENTS...   inside a sandbox, before the program
// monolith-bridge SOCKET                        beside one, in its network: says its address and ends with its standard input
var socket = args[0];
using var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start();
_ = Bridging.AcceptAsync(listener, socket);

var address = $"http://{listener.LocalEndpoint}";
if (args is not [_, var program, ..])
{
    Console.WriteLine(address);
    await Console.In.ReadToEndAsync();
    return 0;
}

var start = new ProcessStartInfo(program, args[2..]) { UseShellExecute = false };
foreach (var (name, value) in Bridging.Variables(address))
    start.Environment[name] = value;
using var started = Process.Start(start)!;
await started.WaitForExitAsync();
return started.ExitCode;
