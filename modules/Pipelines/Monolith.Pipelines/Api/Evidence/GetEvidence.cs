using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Monolith.Pipelines.Api.Runs;
using Monolith.Pipelines.Evidence.Exporting;
using Monolith.Pipelines.Evidence.Format;
using Monolith.Pipelines.Evidence.Signing;

namespace Monolith.Pipelines.Api.Evidence;

/// <summary>
/// <c>GET /api/v1/runs/{id}/evidence</c> and <c>GET /api/v1/evidence/public-key</c>. A run that is not over is exported as far as it is; the
/// bundle's header then says <c>"complete":false</c>.
/// </summary>
internal static class GetEvidence
{
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> BundleAsync(
        Guid id, EvidenceSource source, EvidenceExport export, CancellationToken cancellationToken)
    {
        if (await source.FindAsync(id, cancellationToken) is not { } subject)
            return GetRun.NotFound(id);
        return TypedResults.Stream(body => export.WriteAsync(subject, body, cancellationToken), EvidenceFormat.MediaType, $"evidence-{id}.jsonl");
    }

    public static async Task<ContentHttpResult> PublicKeyAsync(SigningKeys keys, CancellationToken cancellationToken)
    {
        using var key = await keys.OpenAsync(cancellationToken);
        return TypedResults.Text(key.ExportSubjectPublicKeyInfoPem() + "\n", "application/x-pem-file");
    }
}
