using System.Net;
using Microsoft.AspNetCore.Http;

namespace Monolith.Access.SignIn;

/// <summary>The pages, without a script.</summary>
internal static class SignInPage
{
    /// <summary>Nothing is loaded and nothing runs; only the page's own style counts, and forms go to this host.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <param name="token">The form's own field against forgery: name and value.</param>
    /// <param name="returnUrl">Where to go on to.</param>
    /// <param name="problem">Why it did not work the last time; null the first time.</param>
    /// <param name="issuer">Where one may sign in, too; null when nowhere.</param>
    public static string SignIn((string Name, string Value) token, string returnUrl, string? problem, string? issuer) => Page("Sign in", $"""
        <form method="post" action="sign-in">
        {(problem is null ? "" : $"<p role=\"alert\">{Text(problem)}</p>")}
        <label for="key">Key</label>
        <input id="key" name="key" type="password" autocomplete="current-password" required autofocus>
        <input type="hidden" name="{SignInPlace.ReturnUrl}" value="{Text(returnUrl)}">
        {Field(token)}
        <button>Sign in</button>
        </form>
        {(issuer is null ? "" : $"<p><a href=\"{Text(IssuerRoute.Path[1..] + QueryString.Create(SignInPlace.ReturnUrl, returnUrl))}\">Sign in with {Text(issuer)}</a></p>")}
        """);

    /// <summary>Leads on by itself, from this host.</summary>
    public static string GoOn(string url) => Page("Signed in", $"""
        <meta http-equiv="refresh" content="0;url={Text(url)}">
        <p><a href="{Text(url)}">Go on</a></p>
        """);

    public static string NotSignedIn() => Page("Not signed in", """
        <p role="alert">The sign-in did not work, or took too long.</p>
        <p><a href="../sign-in">Try again</a></p>
        """);

    public static async Task WriteAsync(HttpContext http, string html)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    public static string SignOut((string Name, string Value) token) => Page("Sign out", $"""
        <form method="post" action="sign-out">
        {Field(token)}
        <button>Sign out</button>
        </form>
        """);

    private static string Field((string Name, string Value) token) => $"<input type=\"hidden\" name=\"{Text(token.Name)}\" value=\"{Text(token.Value)}\">";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Page(string title, string content) => $$"""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{{title}} - Monolith</title>
        <style>
        :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
        main { max-width: 24rem; margin: 15vh auto; padding: 0 1rem; }
        form { display: grid; gap: .75rem; }
        input, button { font: inherit; padding: .5rem; }
        p { margin: 0; }
        </style>
        <main>
        <h1>{{title}}</h1>
        {{content}}
        </main>
        </html>
        """;
}
