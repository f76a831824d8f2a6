namespace Monolith.Plugins.Tests.Validation;

public sealed class PublishTests : ValidationTestBase
{
    [Fact]
    public async Task Publish_Project_MakesTheFolderAndAgainWithoutLeftovers()
    {
        WriteLibrary();
        var first = (await RunAsync("publish", new { output = "out/app" })).Succeeded();
        Workspace.Write("out/app/leftover.txt", "old");

        var again = (await RunAsync("publish", new { output = "out/app" })).Succeeded();

        Assert.Equal("out/app", (string?)first.Outputs["path"]);
        Assert.Equal((int)first.Outputs["files"]!, (int)again.Outputs["files"]!);
        Assert.True(File.Exists(Workspace.At("out", "app", "Library.dll")));
        Assert.False(File.Exists(Workspace.At("out", "app", "leftover.txt")));
    }

    [Theory]
    [InlineData("../out")]
    [InlineData("source")]
    [InlineData(".")]
    [InlineData(".monolith/out")]
    [InlineData("source/Adder.cs")]
    [InlineData("mine")]
    public async Task Publish_IntoForbiddenPlace_Refused(string output)
    {
        WriteLibrary();
        Workspace.Write("mine/file.txt", "mine");

        (await RunAsync("publish", new { output })).FailedWith("WORKSPACE_ERROR");

        Assert.True(File.Exists(Workspace.At("source", "Adder.cs")));
        Assert.True(File.Exists(Workspace.At("mine", "file.txt")));
    }

    [Fact]
    public async Task Publish_Solution_AsksForTheProject()
    {
        WriteLibrary();
        Workspace.Write("source/All.slnx", "<Solution />");

        (await RunAsync("publish")).FailedWith("TASK_VALIDATION_FAILED").Says("'project'");
    }
}
