using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;

namespace Monolith.Access.Api;

/// <summary>Reads a small JSON request, so that what is wrong with it is named.</summary>
internal static class JsonBody
{
    private const int MaxBytes = 16 << 10;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <returns>An empty request for an empty body.</returns>
    public static async Task<Result<T>> ReadAsync<T>(HttpRequest request)
        where T : class, new()
    {
        using var body = new MemoryStream();
        var buffer = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > MaxBytes)
            return new Problem(ErrorCodes.ValidationError, $"The body is larger than {MaxBytes >> 10} KiB, the most that is taken here.");
        try
        {
            return length == 0 ? new T() : JsonSerializer.Deserialize<T>(buffer.AsSpan(0, length), Strict) ?? new T();
        }
        catch (JsonException wrong)
        {
            return new Problem(ErrorCodes.ValidationError, $"It cannot be read as JSON of this request: {wrong.Message}", wrong.Path?.TrimStart('$', '.'));
        }
    }
}
