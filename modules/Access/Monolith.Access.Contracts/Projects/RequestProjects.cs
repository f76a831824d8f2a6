using Microsoft.AspNetCore.Http;

namespace Monolith.Access.Contracts.Projects;

/// <summary>What a request is about, as the module Access found it before the endpoint was called. An endpoint takes it as a parameter.</summary>
/// <param name="Scope">Which projects it may show or touch: the caller's, or the one of them that <c>?project=</c> names.</param>
/// <param name="One">The project that it acts in; null where the endpoint is of no single one.</param>
public sealed record RequestProjects(ProjectScope Scope, string? One)
{
    private static readonly RequestProjects WithoutAccess = new(ProjectScope.All, Project.Default);

    /// <summary>The projects to narrow a list to; null for all.</summary>
    public string[]? Filter => Scope.IsAll ? null : [.. Scope.Names];

    /// <summary>The project of an endpoint that says <see cref="ProjectRules.InOneProject"/>.</summary>
    public string Name => One ?? throw new InvalidOperationException("The endpoint does not say InOneProject.");

    /// <returns>Of the request; everything in an application that has no module Access, and so asks nobody anything.</returns>
    public static ValueTask<RequestProjects> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<RequestProjects>() ?? WithoutAccess);
}
