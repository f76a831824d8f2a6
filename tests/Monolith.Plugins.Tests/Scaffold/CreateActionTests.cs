using System.Text.Json.Nodes;

namespace Monolith.Plugins.Tests.Scaffold;

public sealed class CreateActionTests : ScaffoldTestBase
{
    private const string Library = """{ "kind": "library", "description": "One." }""";
    private const string Feature = """{ "kind": "feature", "description": "A part." }""";

    [Fact]
    public async Task Create_FromOwnTemplate_RendersNamesAndTexts()
    {
        WriteTemplate(
            "mine",
            """{ "kind": "library", "description": "One.", "options": { "colour": { "description": "Its colour", "default": "red" } } }""",
            ("{{ pascal }}/{{ snake }}.txt.liquid", "{{ name }} {{ pascal }} {{ camel }} {{ kebab }} {{ snake }} {{ colour }}"),
            ("plain.txt", "{{ name }}"));

        var result = (await CreateOwnAsync(values: """{ "colour": "blue" }""")).Succeeded();

        Assert.Equal("order-desk OrderDesk orderDesk order-desk order_desk blue", await File.ReadAllTextAsync(Workspace.At("order-desk/OrderDesk/order_desk.txt")));
        Assert.Equal("{{ name }}", await File.ReadAllTextAsync(Workspace.At("order-desk/plain.txt")));
        Assert.Equal("order-desk", result.Outputs["path"]!.GetValue<string>());
        Assert.Equal(2, result.Metrics["scaffold.files"]);
    }

    [Fact]
    public async Task Create_ExecutedAgain_IsTheSame()
    {
        WriteTemplate("mine", Library, ("a.txt", "a"), ("b/c.txt", "c"));
        var first = (await CreateOwnAsync()).Succeeded();

        var second = (await CreateOwnAsync()).Succeeded();

        Assert.True(JsonNode.DeepEquals(first.Outputs, second.Outputs));
        Assert.Equal(["a.txt", "b/c.txt"], FilesIn("order-desk"));
    }

    [Fact]
    public async Task Create_FolderWithOtherThings_IsLeftAlone()
    {
        WriteTemplate("mine", Library, ("a.txt", "a"));
        Workspace.Write("order-desk/mine.txt", "mine");

        (await CreateOwnAsync()).FailedWith(AgentErrorCodes.WorkspaceError).Says("already holds something");

        Assert.Equal(["mine.txt"], FilesIn("order-desk"));
    }

    [Fact]
    public async Task Create_Feature_GoesBesideWhatIsThere()
    {
        WriteTemplate("mine", Feature, ("new.txt", "new"));
        Workspace.Write("order-desk/old.txt", "old");

        (await CreateOwnAsync()).Succeeded();

        Assert.Equal(["new.txt", "old.txt"], FilesIn("order-desk"));
    }

    [Fact]
    public async Task Create_FeatureOverAFile_WritesNothing()
    {
        WriteTemplate("mine", Feature, ("a.txt", "new"), ("b.txt", "new"));
        Workspace.Write("order-desk/b.txt", "old");

        (await CreateOwnAsync()).FailedWith(AgentErrorCodes.WorkspaceError).Says("b.txt");

        Assert.Equal(["b.txt"], FilesIn("order-desk"));
    }

    [Fact]
    public async Task Create_FeatureWithoutProject_SaysSo()
    {
        WriteTemplate("mine", Feature, ("a.txt", "a"));

        (await CreateOwnAsync()).FailedWith(AgentErrorCodes.WorkspaceError).Says("There is no project");
    }

    [Fact]
    public async Task Create_WrongValues_TellsAllAtOnce()
    {
        WriteTemplate(
            "mine",
            """{ "kind": "library", "description": "One.", "options": { "port": { "description": "Its port", "pattern": "[0-9]+" }, "title": { "description": "Its title" } } }""");

        var error = (await CreateOwnAsync(values: """{ "port": "x", "colour": 1 }""")).FailedWith(AgentErrorCodes.TaskValidationFailed);

        error.Says("values.port").Says("values.title").Says("values.colour");
    }

    [Fact]
    public async Task Create_UnknownTemplate_TellsThoseThereAre() =>
        (await RunAsync("create", """{ "template": "cobol", "name": "x" }""")).FailedWith(AgentErrorCodes.TaskValidationFailed).Says("csharp-web-api");
}
