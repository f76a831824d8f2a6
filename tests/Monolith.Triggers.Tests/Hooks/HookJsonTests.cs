using System.Text;
using Monolith.Triggers.Hooks.Sources;

namespace Monolith.Triggers.Tests.Hooks;

public sealed class HookJsonTests
{
    [Theory]
    [InlineData("""{"data":{"name":"ca\ud80000e9"}}""")]
    [InlineData("""{"data":[{"\udfff":1}]}""")]
    public void Parse_HalfOfACharacter_IsRefusedAndNamed(string body) =>
        Assert.Contains("half of a character", Assert.Single(HookJson.Parse(Encoding.UTF8.GetBytes(body)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_WholeCharacters_AreTaken() => Assert.True(HookJson.Parse(Encoding.UTF8.GetBytes("""{"name":"\ud83d\ude00","list":[1,"é",null]}""")).IsSuccess);
}
