using Monolith.Cli.Running;
using Monolith.Cli.Runs;

namespace Monolith.Client.Tests.Runs;

public sealed class GivenTests
{
    private static readonly string[] Words = ["count=2", "flag=true", "name=Ada=Lovelace", "list=[1]", "none=null", "version=1.0"];

    [Fact]
    public void Values_OfWords_AreJsonWhereTheyAreJson() =>
        Assert.Equal(
            """{"count":2,"flag":true,"name":"Ada=Lovelace","list":[1],"none":null,"version":1.0}""", Given.Values("--input", Words)!.ToJsonString());

    [Fact]
    public void Texts_OfWords_AreAsTyped() =>
        Assert.Equal(Words, Given.Texts("--label", Words)!.Select(text => $"{text.Key}={text.Value}"));

    [Theory]
    [InlineData("--input: 'a' is given twice. Give it once.", "a=1", "a=2")]
    [InlineData("--input: '=1' has no name and value. Type --input name=value", "=1")]
    public void Values_OfWrongWords_AreRefused(string said, params string[] words) =>
        Assert.Equal(said, Assert.Throws<BadInputException>(() => Given.Values("--input", words)).Message);
}
