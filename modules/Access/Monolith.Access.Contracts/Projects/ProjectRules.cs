using Microsoft.AspNetCore.Builder;

namespace Monolith.Access.Contracts.Projects;

/// <summary>
/// How an endpoint says what it has to do with projects. One that says nothing is of the whole host: a caller restricted to projects gets 403.
/// The last thing said counts.
/// </summary>
public static class ProjectRules
{
    /// <summary>The name of the parameter of the query that names a project.</summary>
    public const string Parameter = "project";

    /// <summary>It shows and touches nothing of any project.</summary>
    public static TBuilder ForAllProjects<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ProjectRule(ProjectRuleKind.ForAll));

    /// <summary>It lists, or changes many: it takes <see cref="RequestProjects"/> and keeps to <see cref="RequestProjects.Scope"/>.</summary>
    public static TBuilder InProjects<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ProjectRule(ProjectRuleKind.InMany));

    /// <summary>
    /// It acts in one project, <see cref="RequestProjects.Name"/>: the one that <c>?project=</c> names, else the caller's only one, else for a caller
    /// of all <see cref="Project.Default"/>. Of a caller of several it is asked (400).
    /// </summary>
    public static TBuilder InOneProject<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ProjectRule(ProjectRuleKind.InOne));

    /// <summary>Its <c>{id}</c> names an item, and whoever has nothing to do with the item's project gets 404, as if there were none.</summary>
    public static TBuilder OfProject<TBuilder>(this TBuilder builder, ProjectItem item)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ProjectRule(ProjectRuleKind.OfItem, item));
}

/// <summary>What an endpoint has to do with projects; see <see cref="ProjectRules"/>.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Item">Of <see cref="ProjectRuleKind.OfItem"/>: what the id names.</param>
public sealed record ProjectRule(ProjectRuleKind Kind, ProjectItem? Item = null);

/// <summary>See <see cref="ProjectRules"/>.</summary>
public enum ProjectRuleKind
{
    /// <summary><see cref="ProjectRules.ForAllProjects"/>.</summary>
    ForAll,

    /// <summary><see cref="ProjectRules.InProjects"/>.</summary>
    InMany,

    /// <summary><see cref="ProjectRules.InOneProject"/>.</summary>
    InOne,

    /// <summary><see cref="ProjectRules.OfProject"/>.</summary>
    OfItem,
}
