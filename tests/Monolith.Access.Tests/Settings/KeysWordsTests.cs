using Monolith.Host.Keys;

namespace Monolith.Access.Tests.Settings;

public sealed class KeysWordsTests
{
    [Fact]
    public void Read_Projects_OneOrSeveral()
    {
        var words = KeysWords.Read(["create", "--role", "viewer", "--name=ada", "--project", "red,blue", "--project=grey", "--Storage:DataDirectory=x"]);

        Assert.Equal(["red", "blue", "grey"], words.Projects!);
        Assert.Equal(["--Storage:DataDirectory=x"], words.Settings);
        Assert.Null(KeysWords.Read(["create", "--role", "viewer", "--name", "ada"]).Projects);
    }
}
