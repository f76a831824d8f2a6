using Microsoft.Extensions.Configuration;
using Monolith.Operations.Logs.Masking;

namespace Monolith.Operations.Tests.Logs;

public sealed class SecretWordsTests
{
    private readonly IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Secrets:token"] = "a\"b+cd",
        ["Secrets:longer"] = "a\"b+cdef",
        ["Secrets:tiny"] = "abc",
        ["ConnectionStrings:Postgres"] = "Host=db;Password=hush-hush;Username=u",
        ["ConnectionStrings:Redis"] = "cache:6379,password=quiet",
        ["Notifications:Secrets:default"] = "whsec_old whsec_new",
        ["Notifications:Smtp:Password"] = "mail-word",
    }).Build();

    [Theory]
    [InlineData("plain a\"b+cd and a\"b+cdef", "plain *** and ***")]
    [InlineData("json a\\u0022b\\u002Bcd a\\\"b+cd", "json *** ***")]
    [InlineData("address a%22b%2Bcd", "address ***")]
    [InlineData("Password=hush-hush password=quiet", "Password=*** password=***")]
    [InlineData("signed by whsec_new or whsec_old, sent with mail-word", "signed by *** or ***, sent with ***")]
    [InlineData("abc is too short to be told from other words", "abc is too short to be told from other words")]
    public void Mask_ASecretInAText_IsTakenOut(string text, string masked) => Assert.Equal(masked, new SecretWords(configuration).Mask(text));

    [Fact]
    public void Mask_SecretChanged_IsTakenOut()
    {
        var words = new SecretWords(configuration);

        configuration["Secrets:token"] = "a new one";
        configuration.Reload();

        Assert.Equal("***", words.Mask("a new one"));
    }
    [Fact]
    public void Mask_SecretLearnt_IsTakenOutAndTheOldestForgottenAfterAThousand()
    {
        var words = new SecretWords(configuration);

        words.Learn("from the store");
        Assert.Equal("*** and ***", words.Mask("from the store and from%20the%20store"));

        for (var i = 0; i < 1_000; i++)
            words.Learn($"another-{i:D4}");
        Assert.Equal("from the store, ***", words.Mask("from the store, another-0999"));
    }
}
