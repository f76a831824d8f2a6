using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Monolith.Kernel;
using Monolith.Secrets.Storing;

namespace Monolith.Secrets.Api;

/// <summary>A secret that is sent.</summary>
internal sealed record PutSecretRequest
{
    /// <summary>The secret itself: at most 64 KiB as UTF-8.</summary>
    public string? Value { get; init; }
}

/// <summary>Reads it. What is wrong is said without a word of what was sent.</summary>
internal static class SecretBody
{
    /// <summary>Of a request: JSON may write a byte as six.</summary>
    public const int MaxBytes = (SecretDesk.MaxBytes * 6) + 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <returns>The value; null when it is left out.</returns>
    public static async Task<Result<string?>> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        try
        {
            return JsonSerializer.Deserialize<PutSecretRequest>(body.GetBuffer().AsSpan(0, (int)body.Length), Strict)?.Value;
        }
        catch (JsonException)
        {
            return new Problem(ErrorCodes.ValidationError, "Give JSON with one member: { \"value\": \"...\" }", "value");
        }
    }
}
