namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>A pull request, or merge request, as the server has it now.</summary>
/// <param name="Number">By which people know it.</param>
/// <param name="Commit">What the source branch is at.</param>
/// <param name="MergeCommit">Null until it is merged.</param>
internal sealed record PullRequest(long Number, string Url, string Title, string Body, string Commit, bool IsOpen, bool IsMerged, string? MergeCommit);
