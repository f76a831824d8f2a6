using System.Text.Json;

namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>How a pull request is merged by the server once its checks passed.</summary>
/// <param name="RequireChecks">Whether a pull request that nothing has checked waits.</param>
internal sealed record MergeWish(string Method, bool RequireChecks, TimeSpan Timeout, TimeSpan Interval)
{
    public static MergeWish? Read(JsonElement parameters) => parameters.Value("merge") is { } merge
        ? new MergeWish(
            merge.Text("method") ?? "merge",
            merge.Flag("requireChecks", otherwise: true),
            merge.Duration("timeout", TimeSpan.FromDays(1)),
            merge.Duration("interval", TimeSpan.FromSeconds(10)))
        : null;
}
