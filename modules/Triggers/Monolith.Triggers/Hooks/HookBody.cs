using Microsoft.AspNetCore.Http;

namespace Monolith.Triggers.Hooks;

/// <summary>Reads a body as it came, up to a limit.</summary>
internal static class HookBody
{
    /// <summary>GitHub sends up to 25 MiB; what is larger than this tells of hundreds of commits, of which the last counts.</summary>
    public const int MaxBytes = 5 << 20;

    /// <returns>Null when it is larger.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
            return null;

        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MaxBytes)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
