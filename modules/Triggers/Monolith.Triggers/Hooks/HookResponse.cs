namespace Monolith.Triggers.Hooks;

/// <summary>What became of a delivery.</summary>
/// <param name="Delivery">The sender's id of it.</param>
/// <param name="Status"><c>done</c>; <c>pending</c> when it is kept and its runs are started later; <c>dead</c> when that failed too often.</param>
/// <param name="Runs">A pipeline each that has a trigger for it.</param>
internal sealed record HookResponse(string Delivery, string Status, IReadOnlyList<HookRun> Runs);

/// <summary>A pipeline with a trigger for the delivery.</summary>
/// <param name="Pipeline">Its name.</param>
/// <param name="RunId">The run; absent when none could be started.</param>
/// <param name="Error">Why not.</param>
internal sealed record HookRun(string Pipeline, Guid? RunId, string? Error);
