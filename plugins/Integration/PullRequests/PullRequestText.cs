using System.Text.Json;
using Monolith.Plugins.Git.Addresses;
using Monolith.Plugins.Integration.Repositories;

namespace Monolith.Plugins.Integration.PullRequests;

/// <summary>What a stage wants of a pull request.</summary>
/// <param name="Comment">Null for none.</param>
internal sealed record PullRequestText(string Source, string Target, string Title, string Body, bool Draft, string? Comment)
{
    public static PullRequestText Read(JsonElement parameters)
    {
        var (source, target) = (parameters.RequiredText("source"), parameters.RequiredText("target"));
        return (RefName.Check("source", source) ?? RefName.Check("target", target)) is { } fault
            ? throw new StageEndException(fault)
            : new PullRequestText(
                source, target, parameters.RequiredText("title"), parameters.Text("body") ?? "", parameters.Flag("draft"), parameters.Text("comment"));
    }
}
