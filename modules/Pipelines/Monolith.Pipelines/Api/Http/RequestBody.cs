using Microsoft.AspNetCore.Http;

namespace Monolith.Pipelines.Api.Http;

/// <summary>Reads a request's body up to a limit, so that a large one costs no more than the limit.</summary>
internal static class RequestBody
{
    /// <returns>The body, or null when it is larger than the limit.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            return null;

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > maxBytes)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
