using Microsoft.AspNetCore.Http;
using Monolith.Access.Contracts;
using Monolith.Access.Refusals;
using Monolith.Kernel;

namespace Monolith.Access.Identity;

/// <summary>What a request sets off names who signed in. A header that names somebody else is refused; without sign-in it is believed.</summary>
internal sealed class RequestIdentity(RequestDelegate next)
{
    private const string Header = "x-user-id";

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.User.IsSignedIn())
            return next(http);
        var name = http.User.Identity!.Name!;
        if (http.Request.Headers[Header] is { Count: > 0 } said && said != name)
            return Refusal.WriteAsync(http, ErrorCodes.Forbidden, $"You signed in as {name}; leave the header {Header} out, or name nobody else in it.", Header);
        Origin.Current = (Origin.Current ?? new Origin()) with { UserId = name };
        return next(http);
    }
}
