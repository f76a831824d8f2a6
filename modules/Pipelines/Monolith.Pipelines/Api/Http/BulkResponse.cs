namespace Monolith.Pipelines.Api.Http;

/// <summary>What was done to many runs.</summary>
/// <param name="Matched">Runs that fit the filter and can be asked this, when it began.</param>
/// <param name="DryRun">Whether they were only counted.</param>
/// <param name="Done">How many did as asked.</param>
/// <param name="Refused">Runs whose state had changed meanwhile; at most 100 are named.</param>
/// <param name="HasMore">Whether more runs matched than are done in one call; ask again.</param>
internal sealed record BulkResponse(int Matched, bool DryRun, int Done, IReadOnlyList<BulkRefusal> Refused, bool HasMore);

/// <summary>A run that did not do as asked.</summary>
/// <param name="Id">The run.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record BulkRefusal(Guid Id, string Reason);
