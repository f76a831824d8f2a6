using System.Net.Http.Headers;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Integration.Tests.Access;

public sealed class KeysCommandTests
{
    private static readonly (string, string) SignIn = ("Access__Anonymous", "false");

    [Fact]
    public async Task Create_ThenStart_OpensTheHostAndIsInNoLog()
    {
        using var folder = new TestFolder();
        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, ["keys", "create", "--role", "admin", "--name", "ada"], SignIn);
        Assert.Equal(0, exitCode);
        var key = Assert.Single(output.Split('\n', StringSplitOptions.TrimEntries), line => line.StartsWith("mono_", StringComparison.Ordinal));

        await using var host = await HostProcess.StartAsync(folder.Path, SignIn, ("Logging__LogLevel__Default", "Debug"));

        Assert.Equal(401, (int)(await host.Http.GetAsync("/api/v1/keys")).StatusCode);
        host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "guessed-hunter2");
        Assert.Equal(401, (int)(await host.Http.GetAsync("/api/v1/keys")).StatusCode);
        host.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal("ada", (await host.Http.JsonAsync("/api/v1/keys")).GetProperty("keys")[0].GetProperty("name").GetString());
        Assert.Contains("A sign-in from 127.0.0.1 failed", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key[^43..], host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keys create --role king --name ada", "--role: Give one or more of viewer")]
    [InlineData("keys create --role viewer", "--name: Give the person")]
    [InlineData("keys create --role viewer --name", "--name: its value is missing")]
    [InlineData("keys burn", "Type dotnet run --project host -- keys create")]
    public async Task Create_WrongWords_ExitsWithTwoAndOneLine(string words, string said)
    {
        using var folder = new TestFolder();

        var (exitCode, output) = await HostProcess.RunAsync(folder.Path, words.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.StartsWith(said, Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
