using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monolith.Access.Audit;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Identity;
using Monolith.Access.Refusals;

namespace Monolith.Access.SignIn;

/// <summary>The way to the issuer and back.</summary>
internal static partial class IssuerRoute
{
    public const string Path = "/sign-in/issuer";
    public const string Callback = "/sign-in/callback";

    public static ChallengeHttpResult Leave(HttpContext http) => TypedResults.Challenge(
        new AuthenticationProperties { RedirectUri = http.Request.PathBase + SignInPlace.Within(http.Request.Query[SignInPlace.ReturnUrl]) },
        [AccessSchemes.Issuer]);

    /// <summary>
    /// The strict cookie does not go with a redirect that began at the issuer, so a page of this host's own leads on. What the token says holds until it
    /// expires: the cookie is not renewed by use.
    /// </summary>
    public static async Task ArriveAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        context.Properties!.AllowRefresh = false;
        var http = context.HttpContext;
        await WriteAsync(http, context.Principal!.Identity!.Name, "signed in");
        await http.SignInAsync(AccessSchemes.Cookie, context.Principal, context.Properties);
        await SignInPage.WriteAsync(http, SignInPage.GoOn(SignInPlace.Within(context.ReturnUri)));
    }

    public static async Task FailAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var log = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Monolith.Access");
        // Too many are not told one by one: anybody may come here.
        if (!http.RequestServices.GetRequiredService<FailedSignIns>().AreTooMany(http))
        {
            Log.Failed(log, context.Failure?.GetType().Name ?? "");
            await WriteAsync(http, "anonymous", "failed");
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await SignInPage.WriteAsync(http, SignInPage.NotSignedIn());
    }

    private static Task<bool> WriteAsync(HttpContext http, string? who, string result)
    {
        http.AuditNote().Who = who;
        var entry = RequestEntry.Of(http, "session.sign-in", result) with { How = AccessSchemes.Issuer };
        return http.RequestServices.GetRequiredService<IAuditLog>().WriteAsync(entry, http.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A sign-in at the issuer failed: {Fault}")]
        public static partial void Failed(ILogger log, string fault);
    }
}
