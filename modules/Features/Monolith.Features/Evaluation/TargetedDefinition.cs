using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.FeatureManagement;
using Monolith.Features.Storing;

namespace Monolith.Features.Evaluation;

/// <summary>A setting in the terms of Microsoft.FeatureManagement.</summary>
internal static class TargetedDefinition
{
    public static FeatureDefinition Of(string name, bool isOn) => new()
    {
        Name = name,
        EnabledFor = isOn ? [new FeatureFilterConfiguration { Name = "AlwaysOn" }] : [],
    };

    public static FeatureDefinition Of(FeatureSetting setting) => !setting.Enabled || setting.Audience.IsEverybody
        ? Of(setting.Name, setting.Enabled)
        : new FeatureDefinition
        {
            Name = setting.Name,
            EnabledFor = [new FeatureFilterConfiguration { Name = "Microsoft.Targeting", Parameters = Parameters(setting.Audience) }],
        };

    private static IConfigurationRoot Parameters(FeatureAudience audience)
    {
        var share = (audience.Percentage ?? 0).ToString(CultureInfo.InvariantCulture);
        var values = new Dictionary<string, string?> { ["Audience:DefaultRolloutPercentage"] = share };
        foreach (var (index, person) in audience.People.Index())
            values[$"Audience:Users:{index}"] = person;
        var groups = audience.Projects.Select(FeatureGroups.OfProject).Concat(audience.Roles.Select(FeatureGroups.OfRole));
        foreach (var (index, group) in groups.Index())
        {
            values[$"Audience:Groups:{index}:Name"] = group;
            values[$"Audience:Groups:{index}:RolloutPercentage"] = "100";
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
