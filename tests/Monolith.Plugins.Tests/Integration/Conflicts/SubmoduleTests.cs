namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>Submodules that the sides want at other commits.</summary>
public sealed class SubmoduleTests : ConflictTestBase
{
    [Theory]
    [InlineData("ours", 1)]
    [InlineData("theirs", 2)]
    public async Task Conflict_Submodule_TakesTheSidesCommit(string side, int commit)
    {
        string[] commits = [new('a', 40), new('b', 40), new('c', 40)];
        Commit("main", "First", (".gitmodules", "[submodule \"lib\"]\n\tpath = lib\n\turl = https://example.org/lib\n"));
        Link("main", commits[0]);
        Link("feature", commits[2]);
        On("main");
        Link("main", commits[1]);

        Assert.Equal(("lib", "submodule", side), Only((await MergeAsync(side)).Succeeded()));

        Assert.Contains(commits[commit], Git("ls-tree", "main", "lib"), StringComparison.Ordinal);
    }
}
