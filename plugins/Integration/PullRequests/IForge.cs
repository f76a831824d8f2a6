namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>A server that has pull requests. What it refuses ends the stage.</summary>
internal interface IForge
{
    /// <returns>The open one between the branches; null when there is none.</returns>
    Task<PullRequest?> FindAsync(PullRequestText text, CancellationToken cancellationToken);

    Task<PullRequest> GetAsync(long number, CancellationToken cancellationToken);

    Task<PullRequest> CreateAsync(PullRequestText text, CancellationToken cancellationToken);

    Task<PullRequest> UpdateAsync(PullRequest request, PullRequestText text, CancellationToken cancellationToken);

    /// <summary>The comments, oldest first.</summary>
    Task<IReadOnlyList<(long Id, string Body)>> CommentsAsync(PullRequest request, CancellationToken cancellationToken);

    /// <param name="request">On which.</param>
    /// <param name="comment">Which to replace; null to add one.</param>
    /// <param name="body">The text, Markdown.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task CommentAsync(PullRequest request, long? comment, string body, CancellationToken cancellationToken);

    Task<Checks> ChecksAsync(PullRequest request, CancellationToken cancellationToken);

    /// <summary>Merges, if the source is still at the commit that was checked.</summary>
    Task<string> MergeAsync(PullRequest request, string method, CancellationToken cancellationToken);
}
