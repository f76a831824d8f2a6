namespace Monolith.Pipelines.Api.Http;

/// <summary>Asks for many runs.</summary>
/// <param name="Runs">1 to 1,000 requests, each as for <c>POST /api/v1/runs</c>.</param>
internal sealed record BatchRequest(IReadOnlyList<StartRunRequest> Runs);

/// <summary>What became of each request, in their order.</summary>
/// <param name="Accepted">How many are runs now.</param>
/// <param name="Refused">How many are not; their entries say why.</param>
/// <param name="Runs">One a request.</param>
internal sealed record BatchResponse(int Accepted, int Refused, IReadOnlyList<BatchEntry> Runs);

/// <summary>What became of one request.</summary>
/// <param name="Id">The run's; absent when it was refused.</param>
/// <param name="Errors">What is wrong with the request; absent when it was accepted.</param>
internal sealed record BatchEntry(Guid? Id, IReadOnlyList<ApiError>? Errors);
