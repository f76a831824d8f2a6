using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;

namespace Monolith.Access.Api;

/// <summary>Reads a small JSON request, so that what is wrong with it is named.</summary>
internal static class JsonBody
{
    /// <summary>Of a request, for its route to say.</summary>
    public const int MaxBytes = 16 << 10;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <returns>An empty request for an empty body.</returns>
    public static async Task<Result<T>> ReadAsync<T>(HttpRequest request)
        where T : class, new()
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        try
        {
            return body.Length == 0 ? new T() : JsonSerializer.Deserialize<T>(body.GetBuffer().AsSpan(0, (int)body.Length), Strict) ?? new T();
        }
        catch (JsonException wrong)
        {
            return new Problem(ErrorCodes.ValidationError, $"It cannot be read as JSON of this request: {wrong.Message}", wrong.Path?.TrimStart('$', '.'));
        }
    }
}
