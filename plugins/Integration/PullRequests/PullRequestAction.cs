using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.PullRequests;

internal sealed class PullRequestAction : EndableAction
{
    private const string NumberFile = "pull-request";

    public override AgentAction Description { get; } = new(
        "pull_request", "Opens or updates a pull request on GitHub or GitLab, comments on it, and merges it when its checks passed.", PullRequestSchema.Text);

    protected override async Task<AgentResult> DoAsync(IAgentContext context, CancellationToken cancellationToken)
    {
        var address = ForgeAddress.Read(context);
        var (text, wish) = (PullRequestText.Read(context.Parameters), MergeWish.Read(context.Parameters));
        using var client = new ForgeClient(context, address);
        IForge forge = context.Parameters.Text("provider") == ForgeAddress.GitHub
            ? new GitHubForge(client, address.Repository)
            : new GitLabForge(client, address.Repository);

        var (request, created) = await OpenAsync(context, forge, text, cancellationToken);
        context.Log.Info($"Pull request {request.Url}");
        if (!request.IsMerged && text.Comment is { } comment)
        {
            await CommentAsync(context, forge, request, comment, cancellationToken);
        }

        var merged = request.IsMerged ? request.MergeCommit
            : wish is not null ? await ChecksGate.MergeAsync(context, forge, request, wish, cancellationToken)
            : null;
        return AgentResult.Success() with
        {
            Outputs = new JsonObject
            {
                ["number"] = request.Number,
                ["url"] = request.Url,
                ["commit"] = request.Commit,
                ["created"] = created,
                ["merged"] = merged is not null,
                ["mergeCommit"] = merged,
            },
        };
    }

    private static async Task<(PullRequest Request, bool Created)> OpenAsync(
        IAgentContext context, IForge forge, PullRequestText text, CancellationToken cancellationToken)
    {
        var file = Path.Combine(PrivateFolder.Keep(context, "integration"), NumberFile);
        var found = await forge.FindAsync(text, cancellationToken);
        // Once merged it is no longer found among the open ones, so an earlier execution leaves its number.
        if (found is null && File.Exists(file) && long.TryParse(await File.ReadAllTextAsync(file, cancellationToken), CultureInfo.InvariantCulture, out var number)
            && await forge.GetAsync(number, cancellationToken) is { IsMerged: true } merged)
        {
            return (merged, Created: false);
        }

        var request = found is null ? await forge.CreateAsync(text, cancellationToken)
            : found.Body == text.Body && found.Title.EndsWith(text.Title, StringComparison.Ordinal) ? found
            : await forge.UpdateAsync(found, text, cancellationToken);
        await File.WriteAllTextAsync(file, request.Number.ToString(CultureInfo.InvariantCulture), cancellationToken);
        return (request, found is null);
    }

    private static async Task CommentAsync(IAgentContext context, IForge forge, PullRequest request, string comment, CancellationToken cancellationToken)
    {
        var mark = $"<!-- monolith {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{context.RunId}/{context.StageId}")))[..16]} -->";
        var body = $"{comment}\n\n{mark}";
        var (own, said) = (await forge.CommentsAsync(request, cancellationToken)).LastOrDefault(one => one.Body.Contains(mark, StringComparison.Ordinal));
        if (said is null || said != body)
        {
            await forge.CommentAsync(request, said is null ? null : own, body, cancellationToken);
        }
    }
}
