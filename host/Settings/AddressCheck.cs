using System.Net;
using System.Net.Sockets;

namespace Monolith.Host.Settings;

/// <summary>Tells addresses that cannot be listened on before anything starts: the commonest fault of a first start is a port that is taken.</summary>
internal static class AddressCheck
{
    private const string Setting = "ASPNETCORE_URLS";
    private const string Example = "http://localhost:8081";

    /// <param name="addresses">Separated by semicolons; null and empty for the web server's own default.</param>
    /// <param name="listens">Whether they have to be free now.</param>
    public static IEnumerable<string> Run(string? addresses, bool listens = true) =>
        from address in (addresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let problem = Check(address, listens)
        where problem is not null
        select $"{Setting}: {problem}";

    private static string? Check(string text, bool listens)
    {
        if (Parse(text) is not { Scheme: "http" or "https" } address)
            return $"'{text}' is not an address such as {Example}.";
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
            return null;
        if (address.Port is < 0 or > IPEndPoint.MaxPort)
            return $"'{text}' has no port from 1 to {IPEndPoint.MaxPort}.";
        return !listens ? null : PlacesOf(address).Select(place => Try(place)).FirstOrDefault(problem => problem is not null);
    }

    private static BindingAddress? Parse(string text)
    {
        try
        {
            return BindingAddress.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IPEndPoint[] PlacesOf(BindingAddress address) => address.Host switch
    {
        "localhost" => [new(IPAddress.Loopback, address.Port), new(IPAddress.IPv6Loopback, address.Port)],
        var host when IPAddress.TryParse(host, out var ip) => [new(ip, address.Port)],
        _ => [new(IPAddress.Any, address.Port)],
    };

    // As the web server binds: a machine without IPv6 is no fault.
    private static string? Try(IPEndPoint place)
    {
        try
        {
            using var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(place);
            socket.Listen();
            return null;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse =>
                    $"Port {place.Port} is taken by another program, perhaps by another Monolith. Stop that one, or give another address, such as {Example}.",
                SocketError.AccessDenied => $"This user may not listen on port {place.Port}. Give one from 1024 on, such as {Example}.",
                SocketError.AddressNotAvailable when !IPAddress.IsLoopback(place.Address) => $"This machine has no address {place.Address}.",
                _ => null,
            };
        }
    }
}
