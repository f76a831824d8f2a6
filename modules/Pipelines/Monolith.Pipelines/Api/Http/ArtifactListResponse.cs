namespace Monolith.Pipelines.Api.Http;

/// <summary>What a run kept, in the order of its stages.</summary>
internal sealed record ArtifactListResponse(IReadOnlyList<ArtifactResponse> Artifacts);
