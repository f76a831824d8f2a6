namespace Monolith.Plugins.Tests.Validation.Kinds;

public sealed class RecognitionTests : KindTestBase
{
    [Fact]
    public async Task Kind_SeveralFit_TheFirstIsTakenAndTheOthersAreNamed()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0" }""");
        Workspace.Write("source/setup.py", "");
        var context = Context("build");

        (await Stage.RunAsync(new Plugins.Validation.ValidationAgent(), context)).Succeeded();

        Assert.Contains("taken for Node.js. It could be 'python' too", context.Lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kind_ModuleOfGoWithToolsOfOthers_IsGo()
    {
        Workspace.Write("source/go.mod", "module example.com/shop\n");
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0" }""");
        Workspace.Write("source/release.py", "");
        var context = Context("build");

        await Stage.RunAsync(new Plugins.Validation.ValidationAgent(), context);

        Assert.Contains("taken for Go. It could be 'node', 'python' too", context.Lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kind_Named_IsTaken()
    {
        Workspace.Write("source/package.json", """{ "name": "a", "version": "1.0.0", "scripts": { "build": "exit 1" } }""");
        Workspace.Write("source/a.py", "a = 1\n");

        (await RunAsync("build", new { kind = "python" })).Succeeded();
    }

    [Fact]
    public async Task Kind_NoneFits_AllAreNamed()
    {
        Workspace.Write("source/README.md", "");

        (await RunAsync("build")).FailedWith("WORKSPACE_ERROR")
            .Says(".NET (").Says("Node.js (package.json)").Says("Python (").Says("Go (go.mod");
    }

    [Fact]
    public async Task Build_PackageFileCutOff_IsAClearFailure()
    {
        Workspace.Write("source/package.json", """{ "name": "a", """);

        (await RunAsync("build")).FailedWith("WORKSPACE_ERROR").Says("cannot be read");
    }
}
