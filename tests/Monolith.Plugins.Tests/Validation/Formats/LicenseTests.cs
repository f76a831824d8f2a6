using System.Text.Json;
using Monolith.Plugins.Validation.Go.Licensing;
using Monolith.Plugins.Validation.Licenses;

namespace Monolith.Plugins.Tests.Validation.Formats;

public sealed class LicenseTests
{
    [Theory]
    [InlineData("MIT", true)]
    [InlineData("mit", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("MIT OR GPL-3.0-only", true)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("(GPL-3.0-only OR Apache-2.0) AND MIT", true)]
    [InlineData("GPL-3.0-only OR Apache-2.0 AND MIT", true)]
    [InlineData("Apache-2.0 WITH LLVM-exception", true)]
    [InlineData("MIT OR", false)]
    [InlineData("(MIT", false)]
    [InlineData("MIT Apache-2.0", false)]
    [InlineData("Apache-2.0 WITH", false)]
    [InlineData("", false)]
    public void Allow_Expression_IsPermittedWhereItsPartsAre(string license, bool permitted) =>
        Assert.Equal(permitted, !Policy("""{ "allow": ["MIT", "Apache-2.0"] }""").Denies(new Dependency("a", "1", license)));

    [Fact]
    public void Deny_OthersArePermitted_UnknownIsNot()
    {
        var policy = Policy("""{ "deny": ["GPL-3.0-only"] }""");

        Assert.False(policy.Denies(new Dependency("a", "1", "MIT")));
        Assert.True(policy.Denies(new Dependency("a", "1", "GPL-3.0-only")));
        Assert.True(policy.Denies(new Dependency("a", "1", null)));
    }

    [Fact]
    public void Known_StatesWhatAPackageDoesNotSay()
    {
        var policy = Policy("""{ "allow": ["MIT"], "known": { "a": "GPL-2.0", "A@2": "MIT" } }""");

        Assert.Equal(("MIT", "GPL-2.0", null), (
            policy.Corrected(new Dependency("a", "2", null)).License,
            policy.Corrected(new Dependency("a", "1", null)).License,
            policy.Corrected(new Dependency("b", "1", null)).License));
    }

    [Theory]
    [InlineData("Permission is hereby granted, free of charge, to any person", "MIT")]
    [InlineData("                                 Apache License\n                           Version 2.0, January 2004", "Apache-2.0")]
    [InlineData("All rights reserved.", null)]
    public void Text_KnownWords_AreRecognised(string text, string? license) => Assert.Equal(license, LicenseText.Recognise(text));

    [Fact]
    public void GoModules_WithoutTheModuleItself_AreListed()
    {
        var modules = GoModules.Parse("""
            { "Path": "example.com/shop", "Main": true, "Dir": "/repo" }
            { "Path": "golang.org/x/text", "Version": "v0.3.0" }
            """);

        Assert.Equal([new Dependency("golang.org/x/text", "v0.3.0", null)], modules);
    }

    private static LicensePolicy Policy(string parameters) => LicensePolicy.Of(new TestContext
    {
        Action = "licenses",
        Workspace = "/",
        Parameters = JsonDocument.Parse(parameters).RootElement,
    });
}
