using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Monolith.Dashboard.Serving;

/// <summary><c>/assets/VERSION/NAME</c>, open to everybody: there is nothing of anybody's in them.</summary>
internal static class AssetRoutes
{
    public const string Prefix = "/assets";

    private const string ForEver = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet($"{Prefix}/{{version}}/{{**name}}", Get).AllowAnonymous().ExcludeFromDescription();

    private static Results<FileContentHttpResult, NotFound> Get(string version, string name, HttpContext http, AssetLibrary library)
    {
        if (library.Find(name) is not { } asset)
            return TypedResults.NotFound();
        var (bytes, encoding) = asset.Encode(http.Request.Headers.AcceptEncoding.ToString());
        http.Response.Headers.ContentEncoding = encoding;
        http.Response.Headers.Vary = "Accept-Encoding";
        // A page of another host's version, while hosts are replaced, gets what there is, and keeps it no longer than it looks.
        http.Response.Headers.CacheControl = version == library.Version ? ForEver : "no-store";
        return TypedResults.Bytes(bytes, asset.ContentType);
    }
}
