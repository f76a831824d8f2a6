using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Monolith.Access.Settings;

/// <summary>A host that asks nobody who they are is not to be reached from other machines, unless somebody wanted it so.</summary>
internal static class Exposure
{
    public static IEnumerable<string> Faults(IConfiguration configuration)
    {
        if (!AccessMode.Of(configuration).IsOfMachine)
            return [];
        var exposed = AddressesOf(configuration).Where(address => !IsLoopback(address)).ToList();
        return exposed.Count == 0
            ? []
            : [$"Access:Anonymous: Other machines can reach {string.Join(", ", exposed)}, and nobody would have to sign in. Make a key by the command 'keys create' and set Access:Anonymous=false; or set Access:Anonymous=true if whoever reaches it may do everything; or listen on http://localhost:8080."];
    }

    private static IEnumerable<string> AddressesOf(IConfiguration configuration) =>
        (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>());

    private static bool IsLoopback(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.IsUnixPipe || address.IsNamedPipe || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
