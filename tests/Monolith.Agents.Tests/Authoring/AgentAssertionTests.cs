using Monolith.Agents.Testing;

namespace Monolith.Agents.Tests.Authoring;

/// <summary>Each assertion fails when it should, and says what was found.</summary>
public sealed class AgentAssertionTests : IDisposable
{
    private readonly AgentTest test = new(new SampleAgent());

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Assertions_OfAnotherRun_ThrowAndSayWhatWas()
    {
        test.Workspace.Write("a", "x");
        var copied = await test.RunAsync("copy", """{ "from": "a" }""");

        Fails(() => copied.FailedWith("TASK_TIMEOUT"), "found no failure");
        Fails(() => copied.HasOutput("text", "y"), """found {"text":"x"}""");
        Fails(() => copied.HasMetric("size", 2), "found size = 1");
        Fails(() => copied.HasArtifact("report"), "found copy");
        Fails(() => copied.HasFile("copy", "y"), "holds something else");
        Fails(() => copied.Logged("nothing"), "Nothing logged");
        Fails(() => copied.Proposed("data_migration"), "found none");
        Fails(() => copied.Asked("why"), "Expected the questions why");
        File.Delete(test.Workspace.At("copy"));
        Fails(() => copied.HasArtifact("copy"), "is not there");
    }

    [Fact]
    public async Task Secrets_InAFailure_AreFound()
    {
        test.Secrets["token"] = "s3cret";
        var leaked = await test.RunAsync("leak");

        Fails(() => leaked.Succeeded(), "TASK_EXECUTION_FAILED");
        Fails(() => leaked.KeepsSecrets(), "token");
        test.Secrets["token"] = "other";
        leaked.KeepsSecrets();
    }

    [Theory]
    [InlineData("fly", "{}", "has no action 'fly'; it has copy")]
    [InlineData("copy", "[]", "no JSON object")]
    [InlineData("copy", "{", "no JSON")]
    public async Task Run_WhatAHostRefuses_SaysWhy(string action, string parameters, string why) =>
        Assert.Contains(why, (await Assert.ThrowsAsync<AgentAssertionException>(() => test.RunAsync(action, parameters))).Message, StringComparison.Ordinal);

    private static void Fails(Func<AgentRun> assertion, string saying) =>
        Assert.Contains(saying, Assert.Throws<AgentAssertionException>(assertion).Message, StringComparison.Ordinal);
}
