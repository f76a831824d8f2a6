using Monolith.Features.Api;
using Monolith.Features.Api.Http;
using Monolith.Host.Settings;
using Monolith.Host.Startup;

namespace Monolith.Access.Tests.Features;

public sealed class FeatureRulesTests
{
    [Fact]
    public void Check_EverythingWrong_IsToldAtOnce()
    {
        var wrong = FeatureRules.Check(new FeatureRequest(null, 101, ["ada", ""], ["red", "Not A Project"], ["king", null]));

        Assert.Equal(["enabled", "percentage", "people[1]", "projects[1]", "roles[0]", "roles[1]"], wrong.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Check_Right_IsWithoutDoubles()
    {
        var audience = FeatureRules.Check(new FeatureRequest(true, 12.5, ["ada", "ada"], ["red"], ["Operator"])).Value;

        Assert.Equal("12.5 %; people ada; projects red; roles operator", audience.ToString());
    }

    [Theory]
    [InlineData("FeatureManagement:models-pasued: There is no feature 'models-pasued'. There are models-paused", "--FeatureManagement:models-pasued=true")]
    [InlineData("FeatureManagement:models-paused: 'perhaps' is not true or false", "--FeatureManagement:models-paused=perhaps")]
    [InlineData("FeatureManagement:models-paused:EnabledFor:0:Name: It cannot be understood", "--FeatureManagement:models-paused:EnabledFor:0:Name=Moon")]
    public void Configuration_Wrong_IsNamedWithTheMend(string said, string setting) =>
        Assert.StartsWith(said, Assert.Single(Problems(setting)), StringComparison.Ordinal);

    [Theory]
    [InlineData("--FeatureManagement:models-paused=true")]
    [InlineData("--FeatureManagement:models-paused:EnabledFor:0:Name=Microsoft.Percentage", "--FeatureManagement:models-paused:EnabledFor:0:Parameters:Value=10")]
    public void Configuration_Right_HasNoProblem(params string[] settings) => Assert.Empty(Problems(settings));

    private static IReadOnlyList<string> Problems(params string[] settings)
    {
        var builder = Composition.CreateBuilder([Composition.NoAddress, .. settings], isDemo: true);
        return SettingsCheck.Run(builder.Services, builder.Configuration, listens: false);
    }
}
