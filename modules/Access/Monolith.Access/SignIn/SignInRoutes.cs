using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Identity;
using Monolith.Access.Keys;
using Monolith.Access.Refusals;
using Monolith.Access.Settings;
using Monolith.Kernel;

namespace Monolith.Access.SignIn;

/// <summary><c>/sign-in</c> and <c>/sign-out</c>.</summary>
internal static class SignInRoutes
{
    private const int MaxBytes = 16 << 10;
    private const string SignOutPath = "/sign-out";

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        pages.MapGet(SignInPlace.Path, (HttpContext http, IAntiforgery forgery) => Form(http, forgery, http.Request.Query[SignInPlace.ReturnUrl], problem: null));
        if (app.ServiceProvider.GetRequiredService<AccessMode>().HasIssuer)
            pages.MapGet(IssuerRoute.Path, IssuerRoute.Leave);
        pages.MapPost(SignInPlace.Path, SignInAsync).Audited("session.sign-in");
        pages.MapGet(SignOutPath, (HttpContext http, IAntiforgery forgery) => Page(http, SignInPage.SignOut(TokenOf(http, forgery))));
        pages.MapPost(SignOutPath, SignOutAsync).Audited("session.sign-out");
    }

    private static async Task<IResult> SignInAsync(HttpContext http, IAntiforgery forgery, KeyRing keys, FailedSignIns failures)
    {
        if (!await forgery.IsRequestValidAsync(http))
            return Stale();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var text = form["key"].ToString().Trim();
        var returnUrl = SignInPlace.Within(form[SignInPlace.ReturnUrl]);
        if (await keys.FindAsync(text, http.RequestAborted) is { } key)
        {
            http.AuditNote().Who = key.Name;
            await http.SignInAsync(AccessSchemes.Cookie, Principals.Of(key, KeyText.Hash(text)));
            return TypedResults.LocalRedirect(returnUrl);
        }

        if (failures.AreTooMany(http))
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Form(http, forgery, returnUrl, "Too many sign-ins from your address failed. Wait a minute.");
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Form(http, forgery, returnUrl, "There is no such key, or it has expired.");
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery forgery)
    {
        if (!await forgery.IsRequestValidAsync(http))
            return Stale();
        await http.SignOutAsync(AccessSchemes.Cookie);
        return TypedResults.LocalRedirect(SignInPlace.Path);
    }

    private static ContentHttpResult Form(HttpContext http, IAntiforgery forgery, string? returnUrl, string? problem) =>
        Page(http, SignInPage.SignIn(TokenOf(http, forgery), SignInPlace.Within(returnUrl), problem, IssuerOf(http)));

    private static string? IssuerOf(HttpContext http)
    {
        var oidc = http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.Oidc;
        return oidc is { ClientId.Length: > 0, Authority: { } authority } ? oidc.DisplayName ?? new Uri(authority).Host : null;
    }

    private static ContentHttpResult Page(HttpContext http, string html)
    {
        http.Response.Headers.ContentSecurityPolicy = SignInPage.Policy;
        return TypedResults.Text(html, "text/html; charset=utf-8", statusCode: http.Response.StatusCode);
    }

    private static (string Name, string Value) TokenOf(HttpContext http, IAntiforgery forgery)
    {
        var tokens = forgery.GetAndStoreTokens(http);
        return (tokens.FormFieldName, tokens.RequestToken!);
    }

    private static ProblemHttpResult Stale() =>
        Refusal.Of([new Problem(ErrorCodes.ValidationError, "The form is not of this host, or too old. Open the page again.", "__RequestVerificationToken")]);
}
