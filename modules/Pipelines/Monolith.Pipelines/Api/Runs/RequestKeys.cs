using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;
using Monolith.Pipelines.Journal;
using Npgsql;

namespace Monolith.Pipelines.Api.Runs;

/// <summary>The <c>Idempotency-Key</c> header: the same key and body give the same run.</summary>
internal sealed class RequestKeys(NpgsqlDataSource database, JournalSchema schema)
{
    private const int MaxLength = 255;

    /// <returns>The project's own; null when the caller gave none.</returns>
    public static Result<RequestKey?> Of(HttpRequest request, string project, byte[] body)
    {
        if (!request.Headers.TryGetValue("Idempotency-Key", out var values))
            return (RequestKey?)null;

        var key = values.ToString();
        if (key.Length is 0 or > MaxLength || key.Any(c => c is < ' ' or > '~'))
            return new Problem(ErrorCodes.ValidationError, $"Give 1 to {MaxLength} visible ASCII characters.", "Idempotency-Key");
        return new RequestKey(Project.Own(project, key), HashOf(request.ContentType, body));
    }

    public async Task<(Guid RunId, string RequestHash)?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select run_id, request_hash from {schema.Name}.run_requests where key = $1");
        command.Parameters.AddWithValue(key);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetGuid(0), reader.GetString(1)) : null;
    }

    private static string HashOf(string? contentType, byte[] body)
    {
        var type = Encoding.UTF8.GetBytes($"{contentType}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. type, .. body]));
    }
}
