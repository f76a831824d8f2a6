namespace Monolith.Plugins.Tests.Scaffold;

/// <summary>Templates that want to write, or read, where they have no business.</summary>
public sealed class EscapeTests : ScaffoldTestBase
{
    private const string Manifest = """{ "kind": "library", "description": "One.", "options": { "where": { "description": "A path", "default": "x" } } }""";

    [Theory]
    [InlineData("../out.txt")]
    [InlineData("a/../../out.txt")]
    [InlineData("/tmp/out.txt")]
    [InlineData("a//b.txt")]
    [InlineData("./a.txt")]
    [InlineData(".git/hooks/post-checkout")]
    [InlineData("C:\\\\out.txt")]
    [InlineData("a\\\\..\\\\out.txt")]
    [InlineData("nul.txt")]
    [InlineData("a\\nb.txt")]
    [InlineData("")]
    public async Task Path_OutOfTheProject_IsRefusedAndNothingWritten(string path)
    {
        WriteTemplate("mine", Manifest, ("{{ where }}", "out"), ("ok.txt", "ok"));

        (await CreateOwnAsync(values: $$"""{ "where": "{{path}}" }""")).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("faulty");

        Assert.Empty(FilesIn("order-desk"));
        Assert.False(File.Exists(Path.Combine(Workspace.Outside, "out.txt")));
    }

    [Fact]
    public async Task Template_WithALink_IsRefused()
    {
        WriteTemplate("mine", Manifest);
        File.WriteAllText(Path.Combine(Workspace.Outside, "private.txt"), "private");
        File.CreateSymbolicLink(Workspace.At("own/mine/innocent.txt"), Path.Combine(Workspace.Outside, "private.txt"));

        (await CreateOwnAsync()).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("is a link");
    }

    [Theory]
    [InlineData("order-desk")]
    [InlineData("order-desk/folder")]
    public async Task Target_ThroughALink_IsRefused(string link)
    {
        WriteTemplate("mine", """{ "kind": "feature", "description": "A part." }""", ("folder/out.txt", "out"));
        var elsewhere = Directory.CreateDirectory(Path.Combine(Workspace.Outside, "elsewhere")).FullName;
        Directory.CreateDirectory(Path.GetDirectoryName(Workspace.At(link))!);
        Directory.CreateSymbolicLink(Workspace.At(link), elsewhere);

        (await CreateOwnAsync()).FailedWith(AgentErrorCodes.WorkspaceError);

        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task Target_OutsideTheWorkspace_IsRefused() =>
        (await RunAsync("create", """{ "template": "csharp-library", "name": "x", "path": "../x" }""")).FailedWith(AgentErrorCodes.WorkspaceError).Says("outside");

    [Theory]
    [InlineData("{% for i in (1..9999) %}{% for j in (1..9999) %}x{% endfor %}{% endfor %}", "maximum")]
    [InlineData("{% for i in (1..100000000) %}x{% endfor %}", "too long")]
    [InlineData("{% assign all = (1..2000000000) %}", "too long")]
    [InlineData("{% assign most = 4000000 | times: 25 %}{% for i in (0..most) %}x{% endfor %}", "too long")]
    public async Task Text_WithoutEnd_IsStopped(string text, string why)
    {
        WriteTemplate("mine", Manifest, ("a.txt.liquid", text));

        (await CreateOwnAsync()).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("a.txt.liquid").Says(why);
    }

    [Fact]
    public async Task Files_TooLarge_AreRefused()
    {
        WriteTemplate("mine", Manifest, [.. Enumerable.Range(0, 3).Select(file => ($"{file}.bin", new string('x', 8 * 1024 * 1024)))]);

        (await CreateOwnAsync()).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("20 MiB");
    }

    [Fact]
    public async Task Value_ThatIsAnExpression_IsText()
    {
        WriteTemplate("mine", Manifest, ("a.txt.liquid", "{{ where }}"));

        (await CreateOwnAsync(values: """{ "where": "{{ name }}" }""")).Succeeded();

        Assert.Equal("{{ name }}", await File.ReadAllTextAsync(Workspace.At("order-desk/a.txt")));
    }
}
