namespace Monolith.Plugins.Tests.Integration.Conflicts;

/// <summary>What is outside of the hunks, and how lines end.</summary>
public sealed class ByteTests : ConflictTestBase
{
    [Theory]
    [InlineData("ours", "main\r\n")]
    [InlineData("theirs", "feature\r\n")]
    public async Task Conflict_CarriageReturns_StayInEveryLine(string side, string line)
    {
        Commit("main", "First", (".gitattributes", "*.txt text=auto\n"), ("a.txt", "1\r\n2\r\nlone\n3\r\n"));
        // As stored, whatever the attributes would make of it.
        Store("main", "1\r\n2\r\nlone\n3\r\n");
        Store("feature", "1\r\nfeature\r\nlone\n3\r\n");
        On("main");
        Store("main", "1\r\nmain\r\nlone\n3\r\n");

        (await MergeAsync(side, "\"target\": \"main\",")).Succeeded();

        var stored = Git("hash-object", "--no-filters", Workspace.Write("stored", $"1\r\n{line}lone\n3\r\n"));
        Assert.Equal(stored, Git("rev-parse", "main:a.txt"));
    }

    [Fact]
    public async Task Conflict_NoUtf8_BytesStay()
    {
        CommitBytes("main", "First", ("a.txt", Latin("Ä\nb\nÖ\n")));
        CommitBytes("feature", "Feature", ("a.txt", Latin("Ä\nß\nÖ\n")));
        On("main");
        CommitBytes("main", "Main", ("a.txt", Latin("Ä\nü\nÖ\n")));

        (await MergeAsync("theirs")).Succeeded();

        Assert.Equal(Latin("Ä\nß\nÖ\n"), Bytes("a.txt"));
    }
}
