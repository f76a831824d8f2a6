using Monolith.Agents.Programs;
using Monolith.Agents.Sdk;
using Monolith.Agents.Tests.Support;

namespace Monolith.Agents.Tests.Programs;

public sealed class WorkspacePathTests : IDisposable
{
    private readonly TempFolder temp = new();

    public WorkspacePathTests()
    {
        temp.Sub("workspace/inner/deep");
        temp.Sub("workspace-beside");
        temp.Sub("outside");
        Directory.CreateSymbolicLink(InTemp("workspace/leaving"), InTemp("outside"));
        Directory.CreateSymbolicLink(InTemp("workspace/staying"), InTemp("workspace/inner"));
        Directory.CreateSymbolicLink(InTemp("workspace/relative"), "../outside");
        Directory.CreateSymbolicLink(InTemp("workspace/round"), "round");
        Directory.CreateSymbolicLink(InTemp("workspace/inner/up"), "..");
        Directory.CreateSymbolicLink(InTemp("linked"), InTemp("workspace"));
    }

    private string Workspace => InTemp("workspace");

    public void Dispose() => temp.Dispose();

    [Theory]
    [InlineData(null, "workspace")]
    [InlineData("", "workspace")]
    [InlineData(".", "workspace")]
    [InlineData("inner", "workspace/inner")]
    [InlineData("inner/../inner/deep", "workspace/inner/deep")]
    [InlineData("staying/deep", "workspace/staying/deep")]
    [InlineData("inner/up", "workspace/inner/up")]
    public void Resolve_FolderInside_GivesIt(string? folder, string expected) =>
        Assert.Equal(InTemp(expected), WorkspacePath.Resolve(Workspace, folder));

    [Fact]
    public void Resolve_AbsolutePathInside_GivesIt() =>
        Assert.Equal(InTemp("workspace/inner"), WorkspacePath.Resolve(Workspace, InTemp("workspace/inner")));

    [Fact]
    public void Resolve_WorkspaceReachedByALink_GivesFoldersInside() =>
        Assert.Equal(InTemp("linked/inner"), WorkspacePath.Resolve(InTemp("linked"), "inner"));

    [Theory]
    [InlineData("..")]
    [InlineData("inner/../..")]
    [InlineData("../workspace-beside")]
    [InlineData("/")]
    [InlineData("/tmp")]
    [InlineData("leaving")]
    [InlineData("relative")]
    [InlineData("inner/up/leaving")]
    [InlineData("inner/up/../outside")]
    public void Resolve_FolderOutside_IsRefused(string folder)
    {
        var thrown = Assert.Throws<ProgramStartException>(() => WorkspacePath.Resolve(Workspace, folder));

        Assert.Matches("lies outside the workspace|does not exist", thrown.Message);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("round")]
    public void Resolve_NoFolder_IsRefused(string folder) =>
        Assert.Throws<ProgramStartException>(() => WorkspacePath.Resolve(Workspace, folder));

    [Fact]
    public async Task Run_WorkingFolderOutside_StartsNothing()
    {
        using var call = new Call();

        await Assert.ThrowsAsync<ProgramStartException>(() => call.ProgramAsync(new("touch", "made") { WorkingFolder = ".." }));

        Assert.False(File.Exists(Path.Combine(call.Workspace.Path, "..", "made")));
    }

    private string InTemp(string path) => Path.Combine(temp.Path, path);
}
