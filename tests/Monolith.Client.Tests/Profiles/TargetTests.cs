using Monolith.Client.Tests.Support;
using Monolith.Integration.Tests.Hosting;

namespace Monolith.Client.Tests.Profiles;

public sealed class TargetTests : IDisposable
{
    private const string Key = "mk_very-secret";
    private readonly TestFolder folder = new();
    private readonly Answers host = new(Answers.Problem(401, "UNAUTHORIZED", "Sign in."));

    public TargetTests()
    {
        Directory.CreateDirectory(folder["monolith"]);
        File.WriteAllText(folder["monolith/key"], Key + "\n");
        Write($$"""{ "profile": "a", "profiles": { "a": { "url": "{{host.Address}}", "keyFile": "key" }, "b": { "url": "http://127.0.0.1:1" } } }""");
    }

    [Fact]
    public async Task Profile_WithKeyFile_SignsInByItAndNeverPrintsIt()
    {
        var typed = await TypeAsync("runs");

        Assert.Equal($"Bearer {Key}", Assert.Single(host.Asked).Authorization);
        Assert.True(typed is { ExitCode: 3, Error: "monolith: x: Sign in.\n" }, $"{typed}");
    }

    [Fact]
    public async Task Url_OfAnotherHost_IsNotShownTheProfilesKey()
    {
        Write("""{ "profile": "a", "profiles": { "a": { "url": "http://127.0.0.1:1", "keyFile": "key" } } }""");

        await TypeAsync("runs", "--url", host.Address.OriginalString);

        Assert.Null(Assert.Single(host.Asked).Authorization);
    }

    [Theory]
    [InlineData("""{ "profiles": { "a": { "key": "mk_1" } } }""", "a key stands in a file of its own")]
    [InlineData("""{ "profile": "c", "profiles": { "a": {} } }""", "There is no profile 'c'")]
    [InlineData("""{ "profile": "a", "profiles": { "a": { "url": "localhost" } } }""", "'localhost' is not the address of a host")]
    [InlineData("""{ "profile": "a", "profiles": { "a": { "keyFile": "missing" } } }""", "keyFile: ")]
    public async Task Profile_Wrong_ExitsWithTwoAndSaysHowToMendIt(string file, string said)
    {
        Write(file);

        var typed = await TypeAsync("runs");

        Assert.True(typed.ExitCode == 2 && typed.Error.Contains(said, StringComparison.Ordinal) && !typed.Error.Contains("mk_1", StringComparison.Ordinal), $"{typed}");
    }

    public void Dispose()
    {
        host.Dispose();
        folder.Dispose();
    }

    private void Write(string text) => File.WriteAllText(folder["monolith/config.json"], text);

    private Task<Typed> TypeAsync(params string[] words) => Typed.WithAsync(new() { ["XDG_CONFIG_HOME"] = folder.Path }, words);
}
