using System.Net;
using System.Text;
using System.Text.Json;
using Monolith.Agents.Masking;

namespace Monolith.Agents.Tests.Masking;

public sealed class SecretMaskTests
{
    private const string Secret = "p@ss word/+\"ü&1";

    [Fact]
    public void Apply_SecretItself_IsMasked() => Assert.Equal("a *** b ***", Mask(Secret).Apply($"a {Secret} b {Secret}"));

    [Fact]
    public void Apply_UrlEncoded_IsMasked()
    {
        var mask = Mask(Secret);

        Assert.Equal("x=***", mask.Apply($"x={Uri.EscapeDataString(Secret)}"));
        Assert.Equal("x=***", mask.Apply($"x={WebUtility.UrlEncode(Secret)}"));
        Assert.Equal("x=***", mask.Apply("x=p%40ss%20word%2f%2b%22%c3%bc%261"));
    }

    [Fact]
    public void Apply_Base64_IsMasked()
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret));

        Assert.Equal("x=***", Mask(Secret).Apply($"x={encoded}"));
        Assert.Equal("x=***", Mask(Secret).Apply($"x={encoded.TrimEnd('=')}"));
    }

    [Theory]
    [InlineData("u:")]
    [InlineData("us:")]
    [InlineData("use:")]
    [InlineData("user:")]
    public void Apply_Base64OfUserAndSecret_ShowsNothingOfTheSecret(string user)
    {
        const string secret = "Tr0ub4dor&3-long-enough";
        var masked = Mask(secret).Apply(Convert.ToBase64String(Encoding.UTF8.GetBytes(user + secret + "@end")));

        Assert.Contains("***", masked, StringComparison.Ordinal);
        Assert.True(masked.Length < 20, masked);
    }

    [Fact]
    public void Apply_InsideJson_IsMasked()
    {
        Assert.Equal("""{"a":"***"}""", Mask(Secret).Apply(JsonSerializer.Serialize(new Dictionary<string, string> { ["a"] = Secret })));
        Assert.Equal("""{"a":"***"}""", Mask("quo\"te").Apply("""{"a":"quo\"te"}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    public void Apply_SecretShorterThanFour_IsLeft(string secret) => Assert.Equal("abc abc", Mask(secret).Apply("abc abc"));

    [Fact]
    public void Apply_OverlappingSecrets_LeavesNoRest() => Assert.Equal("x***y", Mask("abcdef", "defghi").Apply("xabcdefghiy"));

    [Fact]
    public void Apply_SecretThatBeginsAnother_TakesTheLonger() => Assert.Equal("***", Mask("abcd", "abcdefgh").Apply("abcdefgh"));

    [Fact]
    public void Apply_NoSecret_GivesTheSameText()
    {
        const string text = "nothing to hide";

        Assert.Same(text, SecretMask.None.Apply(text));
        Assert.Same(text, Mask("s3cret").Apply(text));
    }

    [Fact]
    public void Apply_Limit_NeverSplitsASurrogatePair() => Assert.Equal("a", SecretMask.None.Apply("a😀", 2, out _));

    private static SecretMask Mask(params string[] secrets) => SecretMask.For(secrets.ToDictionary(secret => secret));
}
