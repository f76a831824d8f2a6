using System.Net;
using Microsoft.AspNetCore.Http;
using Monolith.Access.Refusals;
using Monolith.Access.Settings;
using Monolith.Kernel;

namespace Monolith.Access.Browsers;

/// <summary>
/// A host that is its machine's alone answers to the machine's own names only: a page from elsewhere whose name was made to mean this machine (DNS
/// rebinding), and a proxy that lets others in, call it by another.
/// </summary>
internal sealed class LocalNames(RequestDelegate next, AccessMode mode)
{
    public Task InvokeAsync(HttpContext http) => !mode.IsOfMachine || IsLocal(http.Request.Host.Host)
        ? next(http)
        : Refusal.WriteAsync(
            http,
            ErrorCodes.Forbidden,
            $"Nobody signs in here, so this host answers as localhost only, not as {http.Request.Host.Host}. Set Access:Anonymous to say who may come in by that name.",
            "Host");

    // What has no name at all (HTTP/1.0, Unix sockets) comes from no page.
    private static bool IsLocal(string name) =>
        name.Length == 0
        || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
