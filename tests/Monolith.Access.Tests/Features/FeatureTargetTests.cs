using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Monolith.Features.Contracts;
using Monolith.Features.Evaluation;
using Monolith.Features.Storing;

namespace Monolith.Access.Tests.Features;

/// <summary>What an admin sets, as the library understands it.</summary>
public sealed class FeatureTargetTests
{
    [Theory]
    [InlineData(true, "ada", "blue", "viewer")]
    [InlineData(true, "eve", "red", "viewer")]
    [InlineData(true, "eve", "blue", "Operator")]
    [InlineData(false, "eve", "blue", "viewer")]
    [InlineData(false, "red", "operator", "ada")]
    public async Task IsOn_PersonProjectOrRole_IsEnoughAlone(bool expected, string person, string project, string role) => Assert.Equal(
        expected, await IsOnAsync(new(null, ["ada"], ["red"], ["operator"]), new FeatureSubject(person, [project], [role])));

    [Fact]
    public async Task IsOn_Percentage_IsThatShareOfPersonsAndTheSameOnesAgain()
    {
        var audience = new FeatureAudience(25, [], [], []);
        var on = new List<bool>();
        for (var i = 0; i < 2000; i++)
            on.Add(await IsOnAsync(audience, FeatureSubject.OfRun($"person-{i}", "red")));

        Assert.InRange(on.Count(one => one), 430, 570);
        Assert.Equal(on[7], await IsOnAsync(audience, FeatureSubject.OfRun("person-7", "blue")));
    }

    [Fact]
    public async Task IsOn_NobodyNamed_IsEverybodyOrNobodyAtAll()
    {
        Assert.True(await IsOnAsync(FeatureAudience.Everybody, FeatureSubject.OfRun(null, "red")));
        Assert.False(await IsOnAsync(FeatureAudience.Everybody, FeatureSubject.OfRun(null, "red"), enabled: false));
    }

    private static async Task<bool> IsOnAsync(FeatureAudience audience, FeatureSubject subject, bool enabled = true)
    {
        var definition = TargetedDefinition.Of(new FeatureSetting("flag", enabled, audience, default, "root"));
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<IFeatureDefinitionProvider>(new Only(definition)).AddFeatureManagement().Services.BuildServiceProvider();
        return await services.GetRequiredService<IFeatureManager>().IsEnabledAsync("flag", FeatureGroups.Of(subject));
    }

    private sealed class Only(FeatureDefinition definition) : IFeatureDefinitionProvider
    {
        public Task<FeatureDefinition> GetFeatureDefinitionAsync(string featureName) => Task.FromResult(definition);

        public IAsyncEnumerable<FeatureDefinition> GetAllFeatureDefinitionsAsync() => throw new NotSupportedException();
    }
}
