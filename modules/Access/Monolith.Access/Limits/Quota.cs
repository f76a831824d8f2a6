using System.Globalization;
using Microsoft.AspNetCore.Http;
using Monolith.Access.Contracts;

namespace Monolith.Access.Limits;

/// <summary>What one caller may ask within a window.</summary>
/// <param name="Caller">Who is counted.</param>
/// <param name="Name">Of the policy, as the headers call it.</param>
/// <param name="Limit">Requests.</param>
/// <param name="Window">How far back they are counted.</param>
internal readonly record struct Quota(string Caller, string Name, int Limit, TimeSpan Window)
{
    /// <summary>Who signed in is counted by name, so that more keys are not more requests; anybody else by address.</summary>
    public static Quota Of(HttpContext http, RateLimitOptions options) => http.User.IsSignedIn()
        ? new Quota($"caller:{http.User.Identity!.Name}", "caller", options.PerCaller, options.Window)
        : new Quota($"address:{CallerAddress.Of(http)}", "address", options.PerAddress, options.Window);

    /// <summary>The header <c>RateLimit-Policy</c>.</summary>
    public string Policy => string.Create(CultureInfo.InvariantCulture, $"\"{Name}\";q={Limit};w={(long)Window.TotalSeconds}");
}
