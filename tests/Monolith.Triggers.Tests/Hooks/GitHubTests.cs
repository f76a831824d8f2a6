using System.Text.Json;
using Monolith.Triggers.Hooks.Sources;

namespace Monolith.Triggers.Tests.Hooks;

public sealed class GitHubTests
{
    [Fact]
    public void Read_Push_HasWhatARunWants()
    {
        var push = GitHubPayload.Read("push", Payload.Json("github-push"))!.For("default", "1");

        Assert.Equal(("push", "Codertocat/Hello-World", "main", "main"), (push.Name, push.Subject, push.Target, push.Branch));
        Assert.Equal(("github:Codertocat", "0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c", false), (push.By, push.CommitSha, push.IsForeign));
        Assert.Equal("status+github:Codertocat/Hello-World@0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c", push.ReportTo);
        Assert.Equal("https://github.com/Codertocat/Hello-World.git", push.Facts.GetProperty("cloneUrl").GetString());
    }

    [Fact]
    public void Read_PullRequest_IsOfTheBranchThatHasTheCodeAndAimsAtTheOther()
    {
        var opened = GitHubPayload.Read("pull_request", Payload.Json("github-pull-request"))!.For("default", "1");

        Assert.Equal(("pullRequest", "master", "changes", false), (opened.Name, opened.Target, opened.Branch, opened.IsForeign));
        Assert.Equal("2", opened.Labels["pullRequest"]);
    }

    [Theory]
    [InlineData("\"full_name\": \"Codertocat/Hello-World\", \"fork\": false, \"clone_url\"", "\"full_name\": \"mallory/Hello-World\", \"clone_url\"", true)]
    [InlineData("\"action\": \"opened\"", "\"action\": \"labeled\"", null)]
    public void Read_PullRequestOfAForkOrOfNoCode_IsToldApart(string from, string to, bool? foreign) =>
        Assert.Equal(foreign, GitHubPayload.Read("pull_request", JsonDocument.Parse(Payload.Text("github-pull-request").Replace(from, to, StringComparison.Ordinal)).RootElement)?.IsForeign);

    [Theory]
    [InlineData("push", "github-tag-deleted")]
    [InlineData("ping", "github-ping")]
    [InlineData("issues", "github-push")]
    public void Read_WhatBringsNoCode_StartsNothing(string name, string payload) => Assert.Null(GitHubPayload.Read(name, Payload.Json(payload)));
}
