using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>Waits for the checks of a pull request and merges it when they passed.</summary>
internal static class ChecksGate
{
    public static async Task<string> MergeAsync(
        IAgentContext context, IForge forge, PullRequest request, MergeWish wish, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        while (true)
        {
            var checks = await forge.ChecksAsync(request, cancellationToken);
            if (checks.Failed.Count > 0)
            {
                throw StageEndException.Execution($"Checks of {request.Url} did not pass: {string.Join(", ", checks.Failed.Take(10))}.");
            }

            if (checks.Pending == 0 && (checks.Count > 0 || !wish.RequireChecks))
            {
                return await forge.MergeAsync(request, wish.Method, cancellationToken);
            }

            if (context.Time.GetElapsedTime(started) > wish.Timeout)
            {
                throw new StageEndException(Failed.TimedOut(checks.Count == 0
                    ? $"No check has reported on {request.Url} in {DurationText.Format(wish.Timeout)}. Set 'merge.requireChecks' to false where there are none."
                    : $"{checks.Pending} checks of {request.Url} have not ended in {DurationText.Format(wish.Timeout)}."));
            }

            await Task.Delay(wish.Interval, context.Time, cancellationToken);
        }
    }
}
