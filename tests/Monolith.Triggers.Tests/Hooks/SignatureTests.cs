using System.Security.Cryptography;
using System.Text;
using Monolith.Triggers.Hooks.Signatures;

namespace Monolith.Triggers.Tests.Hooks;

public sealed class SignatureTests
{
    // The example of GitHub's documentation.
    private const string Secret = "It's a Secret to Everybody";
    private const string Signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("Hello, World!");

    [Fact]
    public void IsHmacOf_TheVectorOfGitHubsDocumentation_HoldsForThisSecretAndBodyOnly()
    {
        Assert.True(BodySignature.IsHmacOf(Secret, Signature, Body));
        Assert.False(BodySignature.IsHmacOf("another", Signature, Body));
        Assert.False(BodySignature.IsHmacOf(Secret, Signature, [.. Body, 0]));
    }

    [Fact]
    public void IsHmacOf_TwoSecrets_EitherSigns()
    {
        var signature = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData("new"u8, Body))}";

        Assert.True(BodySignature.IsHmacOf("old new", signature, Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha1=757107ea0eb2509fc211221cce984b8a37570b6d")]
    [InlineData("sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    public void IsHmacOf_NoSignature_DoesNotHold(string? signature) => Assert.False(BodySignature.IsHmacOf(Secret, signature, Body));

    [Theory]
    [InlineData("one two", "two", true)]
    [InlineData("one two", "three", false)]
    [InlineData("one", "", false)]
    [InlineData("one", null, false)]
    public void IsToken_Token_IsOneOfTheSecrets(string secrets, string? token, bool holds) => Assert.Equal(holds, BodySignature.IsToken(secrets, token));
}
