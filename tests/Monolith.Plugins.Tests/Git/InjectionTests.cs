using System.Text.Json;
using Monolith.Plugins.Git;

namespace Monolith.Plugins.Tests.Git;

public sealed class InjectionTests : GitTestBase
{
    [Theory]
    [InlineData("--upload-pack=touch pwned")]
    [InlineData("-u./x")]
    [InlineData("ext::sh -c 'touch pwned'")]
    [InlineData("fd::17")]
    [InlineData("foo::bar")]
    [InlineData("ftp://example.invalid/x")]
    [InlineData("file:///x\n--upload-pack=touch pwned")]
    [InlineData("")]
    public async Task Clone_HostileRepository_Refused(string repository) => await RefusedAsync("clone", "repository", repository);

    [Theory]
    [InlineData("--upload-pack=touch pwned")]
    [InlineData("-b")]
    [InlineData("a b")]
    [InlineData("a..b")]
    [InlineData("a~1")]
    [InlineData("a:b")]
    [InlineData("+a")]
    [InlineData("x\n")]
    [InlineData("/a")]
    [InlineData("a.lock")]
    [InlineData("@{-1}")]
    public async Task Clone_HostileBranch_RefusedOrUnknown(string branch)
    {
        var origin = RealGit.Make(Path.Combine(Workspace.Outside, "origin"));
        var context = Context("clone", JsonSerializer.Serialize(new { repository = origin, branch }));

        var result = await Stage.RunUncheckedAsync(new GitAgent(), context);

        // "+a" is a name that git allows, so it is only unknown.
        result.FailedWith(branch == "+a" ? "TASK_EXECUTION_FAILED" : "TASK_VALIDATION_FAILED");
        Assert.Equal(branch == "+a", context.RealPrograms.Started.Count > 0);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("HEAD")]
    [InlineData("abc")]
    [InlineData("0123456789abcdef\n")]
    public async Task Clone_HostileCommit_Refused(string commit)
    {
        var context = Context("clone", JsonSerializer.Serialize(new { repository = "/x", commit }));

        (await Stage.RunUncheckedAsync(new GitAgent(), context)).FailedWith("TASK_VALIDATION_FAILED");

        Assert.Empty(context.RealPrograms.Started);
    }

    [Theory]
    [InlineData("remote", "--receive-pack=touch pwned")]
    [InlineData("remote", "ext::sh -c 'touch pwned'")]
    [InlineData("branch", "--force")]
    [InlineData("branch", "main:other")]
    public async Task Push_HostileValue_Refused(string name, string value)
    {
        RealGit.Make(Workspace.At("source"));

        await RefusedAsync("push", name, value);
    }

    [Fact]
    public async Task Push_RemoteOfTheRepositoryIsHostile_Refused()
    {
        RealGit.Make(Workspace.At("source"));
        RealGit.Run(Workspace.At("source"), "remote", "add", "origin", "ext::sh -c 'touch pwned'");

        (await RunAsync("push", "{}")).FailedWith("TASK_VALIDATION_FAILED");
    }

    [Fact]
    public async Task Clone_StageSetsGitsOwnVariables_HasNoEffect()
    {
        var origin = RealGit.Make(Path.Combine(Workspace.Outside, "origin"));
        var context = new TestContext
        {
            Action = "clone",
            Workspace = Workspace.Folder,
            Environment = new Dictionary<string, string>
            {
                ["GIT_CONFIG_COUNT"] = "1",
                ["GIT_CONFIG_KEY_0"] = "url.ext::sh -c 'touch pwned'.insteadOf",
                ["GIT_CONFIG_VALUE_0"] = origin,
                ["GIT_TRACE"] = Path.Combine(Workspace.Outside, "trace"),
            },
            Parameters = Stage.Json($$"""{ "repository": "{{origin}}" }"""),
        };

        (await Stage.RunAsync(new GitAgent(), context)).Succeeded(context);

        Assert.False(File.Exists(Path.Combine(Workspace.Outside, "trace")));
    }

    [Fact]
    public async Task Push_RepositoryRewritesAddresses_GitRefusesTheTransport()
    {
        var source = RealGit.Make(Workspace.At("source"));
        RealGit.Run(source, "config", $"url.ext::sh -c 'touch {Workspace.Outside}/pwned'.insteadOf", "/somewhere");

        var error = (await RunAsync("push", """{ "remote": "/somewhere" }""")).FailedWith("TASK_EXECUTION_FAILED");

        error.Says("transport 'ext' not allowed");
        Assert.False(File.Exists(Path.Combine(Workspace.Outside, "pwned")));
    }

    private async Task RefusedAsync(string action, string name, string value)
    {
        var parameters = JsonSerializer.Serialize(new Dictionary<string, string> { [name] = value });

        (await RunUncheckedAsync(action, parameters)).FailedWith("TASK_VALIDATION_FAILED");

        Assert.Empty(Directory.EnumerateFiles(Workspace.Outside, "pwned", SearchOption.AllDirectories));
    }
}
