using System.Text.Json;
using Monolith.Triggers.Hooks.Sources;

namespace Monolith.Triggers.Tests.Hooks;

public sealed class GitLabTests
{
    [Theory]
    [InlineData("gitlab-push", "push", "mike/diaspora", "master", "da1560886d4f094c3e6c9ef40349f7d38b5d27d7", "gitlab:jsmith", "status+gitlab:15@da1560886d4f094c3e6c9ef40349f7d38b5d27d7")]
    [InlineData("gitlab-tag", "tag", "jsmith/example", "v1.0.0", "82b3d5ae55f7080f1e6022629cdb57bfae7cccc7", "gitlab:jsmith", "status+gitlab:1@82b3d5ae55f7080f1e6022629cdb57bfae7cccc7")]
    [InlineData("gitlab-merge-request", "pullRequest", "gitlabhq/gitlab-test", "master", "da1560886d4f094c3e6c9ef40349f7d38b5d27d7", "gitlab:root", "status+gitlab:1@da1560886d4f094c3e6c9ef40349f7d38b5d27d7")]
    public void Read_Payload_HasWhatARunWants(string payload, string name, string repository, string target, string commit, string by, string reportTo)
    {
        var read = GitLabPayload.Read(Payload.Json(payload))!.For("default", "1");

        Assert.Equal((name, repository, target, commit, by, reportTo), (read.Name, read.Subject, read.Target, read.CommitSha, read.By, read.ReportTo));
    }

    [Theory]
    [InlineData("gitlab-push", "\"checkout_sha\": \"da1560886d4f094c3e6c9ef40349f7d38b5d27d7\"", "\"checkout_sha\": null")]
    [InlineData("gitlab-merge-request", "\"action\": \"open\"", "\"action\": \"update\"")]
    [InlineData("gitlab-merge-request", "\"action\": \"open\"", "\"action\": \"merge\"")]
    public void Read_WhatBringsNoCode_StartsNothing(string payload, string from, string to) => Assert.Null(Changed(payload, from, to));

    [Fact]
    public void Read_MergeRequestOfAFork_IsForeignAndReportsNowhere()
    {
        var fork = Changed("gitlab-merge-request", "\"source_project_id\": 14", "\"source_project_id\": 15")!;

        Assert.Equal((true, null), (fork.IsForeign, fork.ReportTo));
    }

    private static ForgeEvent? Changed(string payload, string from, string to)
    {
        var text = Payload.Text(payload);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return GitLabPayload.Read(JsonDocument.Parse(text.Replace(from, to, StringComparison.Ordinal)).RootElement);
    }
}
