using Monolith.Host.Settings;
using Monolith.Host.Startup;

namespace Monolith.Access.Tests.Settings;

public sealed class ProfileTests
{
    [Theory]
    [InlineData("Development", null)]
    [InlineData("Staging", "False")]
    [InlineData("Production", "False")]
    public void Profile_AsItComes_IsGoodAndSaysWhoSignsIn(string name, string? anonymous)
    {
        var builder = Composition.CreateBuilder([Composition.NoAddress, $"--environment={name}"], isDemo: true);

        Assert.Empty(SettingsCheck.Run(builder.Services, builder.Configuration, listens: false));
        Assert.Equal(anonymous, builder.Configuration["Access:Anonymous"]);
        Assert.NotNull(builder.Configuration["Logging:Format"]);
    }

    [Fact]
    public void Profile_NoneNamed_IsNobodysAndAsked()
    {
        var builder = Composition.CreateBuilder([Composition.NoAddress], isDemo: true);

        Assert.Equal("Local", builder.Environment.EnvironmentName);
        Assert.Null(builder.Configuration["Access:Anonymous"]);
    }

    [Theory]
    [InlineData("Access:Anonymous: In Production everybody signs in", "--environment=Production", "--Access:Anonymous=true")]
    [InlineData("environment: 'production' is none of Development, Staging, Production, Local", "--environment=production")]
    public void Check_WhatAProfileDoesNotAllow_IsNamedWithTheMend(string said, params string[] words) => Assert.StartsWith(
        said,
        Assert.Single(Assert.Throws<StartRefusedException>(() => SettingsCommand.RunCheck([SettingsCommand.Check, Composition.NoAddress, .. words], TextWriter.Null)).Reasons),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("--environment=Development")]
    [InlineData("--environment=Staging")]
    [InlineData("--environment=Production")]
    public void Check_EachProfile_IsGood(string word) =>
        Assert.Equal(0, SettingsCommand.RunCheck([SettingsCommand.Check, Composition.NoAddress, word], TextWriter.Null));
}
