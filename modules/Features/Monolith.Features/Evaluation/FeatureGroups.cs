using Microsoft.FeatureManagement.FeatureFilters;
using Monolith.Features.Contracts;

namespace Monolith.Features.Evaluation;

/// <summary>Projects and roles as the groups of Microsoft's targeting filter, which has one kind of group.</summary>
internal static class FeatureGroups
{
    public static string OfProject(string name) => $"project:{name}";

    public static string OfRole(string name) => $"role:{name.ToLowerInvariant()}";

    public static TargetingContext Of(FeatureSubject subject) => new()
    {
        UserId = subject.Person,
        Groups = subject.Projects.Select(OfProject).Concat(subject.Roles.Select(OfRole)),
    };
}
