using Microsoft.AspNetCore.Http;
using Monolith.Access.Contracts.Projects;
using Monolith.Kernel;

namespace Monolith.Access.Projects;

/// <summary>The project that <c>?project=</c> names.</summary>
internal static class RequestedProject
{
    /// <returns>It alone; null when none is named. A project that is not the caller's is as good as none, whether there is anything in it or not.</returns>
    public static Result<ProjectScope?> Of(HttpRequest request, ProjectScope scope)
    {
        if (!request.Query.TryGetValue(ProjectRules.Parameter, out var named))
            return (ProjectScope?)null;
        if (named is not [var name] || !Project.IsName(name))
            return new Problem(ErrorCodes.ValidationError, "Give one project: lower-case letters, digits, '-' and '_', at most 63, a letter or digit first.", ProjectRules.Parameter);
        return scope.Includes(name!)
            ? ProjectScope.Of([name!])
            : new Problem(ErrorCodes.NotFound, $"You have no project '{name}'. You have {string.Join(", ", scope.Names)}.", ProjectRules.Parameter);
    }
}
