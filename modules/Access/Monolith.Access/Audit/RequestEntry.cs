using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Kernel;

namespace Monolith.Access.Audit;

/// <summary>What a request says of itself. Neither query nor body nor header is taken: secrets may be there.</summary>
internal static class RequestEntry
{
    private static readonly string[] Names = ["id", "name", "stage"];

    public static AuditEvent Of(HttpContext http, string action, string result)
    {
        var note = http.AuditNote();
        return new AuditEvent(action)
        {
            Who = note.Who ?? (http.User.IsSignedIn() ? http.User.Identity!.Name : Origin.Current?.UserId) ?? "anonymous",
            How = http.User.Identity?.AuthenticationType,
            From = http.Connection.RemoteIpAddress?.ToString(),
            Subject = note.Subject ?? MadeBy(http.Response) ?? Named(http),
            Result = result,
            Request = $"{http.Request.Method} {http.Request.Path}",
            Detail = Detail(note, http.Response),
        };
    }

    private static string? MadeBy(HttpResponse response) =>
        response.StatusCode is StatusCodes.Status201Created or StatusCodes.Status202Accepted && response.Headers.Location is [{ } place] ? place[(place.LastIndexOf('/') + 1)..] : null;

    private static string? Named(HttpContext http) =>
        Names.Select(name => Convert.ToString(http.GetRouteValue(name), CultureInfo.InvariantCulture)).FirstOrDefault(value => value is { Length: > 0 });

    private static Dictionary<string, string> Detail(AuditNote note, HttpResponse response)
    {
        var detail = new Dictionary<string, string>(note.Detail, StringComparer.Ordinal);
        if (response.Headers.ETag is [{ } version])
            detail.TryAdd("version", version.Trim('"'));
        return detail;
    }
}
