using System.Text;
using Microsoft.AspNetCore.Http;
using Monolith.Plugins.Git;

namespace Monolith.Plugins.Tests.Git;

/// <summary>Against a server that speaks git's plain HTTP protocol and wants a password.</summary>
public sealed class CredentialTests : GitTestBase, IAsyncLifetime
{
    private const string Token = "tok3n-value";

    private readonly List<string> authorizations = [];
    private WebServer server = null!;
    private string root = "";

    public async Task InitializeAsync()
    {
        root = Directory.CreateDirectory(Path.Combine(Workspace.Outside, "www")).FullName;
        var made = RealGit.Make(Path.Combine(Workspace.Outside, "made"));
        RealGit.Run(root, "clone", "--quiet", "--bare", made, "shop.git");
        RealGit.Run(Path.Combine(root, "shop.git"), "update-server-info");
        server = await WebServer.StartAsync(AnswerAsync);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Clone_TokenDeclared_IsUsedAndShownNowhere()
    {
        var context = Context("clone", $$"""{ "repository": "{{server.Url}}/shop.git" }""", secrets: ("GIT_TOKEN", Token));

        var result = (await Stage.RunAsync(new GitAgent(), context)).Succeeded(context);

        Assert.Contains($"x-access-token:{Token}", authorizations);
        AssertNowhere(context, result, Token);
    }

    [Fact]
    public async Task Clone_PasswordInUrl_IsUsedAndShownNowhere()
    {
        var url = server.Url.Replace("://", $"://ada:{Token}@", StringComparison.Ordinal);
        var context = Context("clone", $$"""{ "repository": "{{url}}/shop.git" }""");

        var result = (await Stage.RunAsync(new GitAgent(), context)).Succeeded(context);

        Assert.Contains($"ada:{Token}", authorizations);
        AssertNowhere(context, result, Token);
        var settings = await File.ReadAllTextAsync(Workspace.At("source", ".git", "config"));
        Assert.DoesNotContain(Token, settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clone_WrongPasswordInUrl_FailsWithoutShowingIt()
    {
        var url = server.Url.Replace("://", "://ada:wr0ng-value@", StringComparison.Ordinal);
        var context = Context("clone", $$"""{ "repository": "{{url}}/shop.git" }""");

        var result = await Stage.RunAsync(new GitAgent(), context);

        result.FailedWith("TASK_EXECUTION_FAILED").Says("GIT_TOKEN");
        AssertNowhere(context, result, "wr0ng-value");
    }

    [Fact]
    public async Task Clone_NoToken_FailsWithoutAskingAPerson()
    {
        var result = await RunAsync("clone", $$"""{ "repository": "{{server.Url}}/shop.git" }""");

        var error = result.FailedWith("TASK_EXECUTION_FAILED");
        error.Says("GIT_TOKEN");
        Assert.False(error.Retryable);
    }

    [Fact]
    public async Task Clone_ServerSendsElsewhere_TokenStaysWithItsServer()
    {
        var seen = new List<string>();
        await using var other = await WebServer.StartAsync(http =>
        {
            seen.Add(http.Request.Headers.Authorization.ToString());
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = "Basic realm=other";
            return Task.CompletedTask;
        });
        await using var sender = await WebServer.StartAsync(http =>
        {
            http.Response.Redirect(other.Url + http.Request.Path + http.Request.QueryString);
            return Task.CompletedTask;
        });
        var context = Context("clone", $$"""{ "repository": "{{sender.Url}}/shop.git" }""", secrets: ("GIT_TOKEN", Token));

        (await Stage.RunAsync(new GitAgent(), context)).FailedWith("TASK_EXECUTION_FAILED");

        Assert.NotEmpty(seen);
        Assert.All(seen, authorization => Assert.Equal("", authorization));
    }

    [Fact]
    public async Task Clone_TokenOverPlainHttpToAnotherMachine_Refused()
    {
        const string Parameters = """{ "repository": "http://git.example.invalid/shop.git" }""";
        var context = Context("clone", Parameters, secrets: ("GIT_TOKEN", Token));

        (await Stage.RunAsync(new GitAgent(), context)).FailedWith("TASK_VALIDATION_FAILED").Says("https");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/shop.git")]
    [InlineData("https://git.invalid/shop.git")]
    [InlineData("https://ada:tok3n-value@git.invalid/shop.git")]
    [InlineData("git://127.0.0.1:1/shop.git")]
    public async Task Clone_ServerNotReached_IsRetryableNetworkError(string repository)
    {
        var context = Context("clone", $$"""{ "repository": "{{repository}}" }""");

        var result = await Stage.RunAsync(new GitAgent(), context);

        Assert.True(result.FailedWith("NETWORK_ERROR").Retryable);
        AssertNowhere(context, result, Token);
    }

    [Fact]
    public async Task Clone_ServerFails_IsRetryableNetworkError()
    {
        await using var broken = await WebServer.StartAsync(http =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

        var result = await RunAsync("clone", $$"""{ "repository": "{{broken.Url}}/shop.git" }""");

        Assert.True(result.FailedWith("NETWORK_ERROR").Retryable);
    }

    private static void AssertNowhere(TestContext context, AgentResult result, string secret)
    {
        Assert.DoesNotContain(secret, context.Lines.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, result.Outputs.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, result.Error?.Message ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(
            context.RealPrograms.Started.SelectMany(program => program.Arguments),
            argument => argument.Contains(secret, StringComparison.Ordinal));
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var basic = http.Request.Headers.Authorization.ToString();
        if (basic.StartsWith("Basic ", StringComparison.Ordinal))
        {
            authorizations.Add(Encoding.UTF8.GetString(Convert.FromBase64String(basic["Basic ".Length..])));
        }

        if (authorizations.Count == 0 || !authorizations[^1].EndsWith($":{Token}", StringComparison.Ordinal))
        {
            http.Response.StatusCode = 401;
            http.Response.Headers.WWWAuthenticate = "Basic realm=git";
            return;
        }

        var file = Path.Combine(root, http.Request.Path.Value!.TrimStart('/'));
        http.Response.StatusCode = File.Exists(file) ? 200 : 404;
        if (File.Exists(file))
        {
            await http.Response.SendFileAsync(file);
        }
    }
}
