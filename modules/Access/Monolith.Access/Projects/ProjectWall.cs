using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Monolith.Access.Contracts.Projects;
using Monolith.Access.Refusals;
using Monolith.Kernel;

namespace Monolith.Access.Projects;

/// <summary>
/// Keeps callers to their projects, in one place for every endpoint: an item of another project is answered as one that there is not, and what says
/// nothing of projects is for callers of the whole host. Callers of all projects cost no look into the store.
/// </summary>
internal sealed class ProjectWall(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // An endpoint that takes it, whatever it says, never gets more than the caller has.
        http.Features.Set(new RequestProjects(ProjectScope.Of(http.User), One: null));
        var faults = http.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            ? await LookAsync(http, endpoint.Metadata.GetMetadata<ProjectRule>())
            : null;
        if (faults is null)
            await next(http);
        else
            await Refusal.Of([faults]).ExecuteAsync(http);
    }

    /// <returns>Null when the request may go on.</returns>
    private static async Task<Problem?> LookAsync(HttpContext http, ProjectRule? rule)
    {
        var scope = ProjectScope.Of(http.User);
        if (rule is null)
            return scope.IsAll ? null : new Problem(ErrorCodes.Forbidden, "This is of the whole host. Ask with a key that is not restricted to projects.");
        if (rule.Kind == ProjectRuleKind.ForAll)
            return null;
        if (scope.Names.Count == 0)
            return new Problem(ErrorCodes.Forbidden, "You have no project here: the claim that Access:Oidc:ProjectClaim names is not in your token.");

        var asked = RequestedProject.Of(http.Request, scope);
        if (!asked.IsSuccess)
            return asked.Problems[0];
        return rule.Kind == ProjectRuleKind.OfItem ? await LookAtItemAsync(http, rule.Item!.Value, asked.Value ?? scope) : Narrow(http, rule.Kind, scope, asked.Value);
    }

    private static Problem? Narrow(HttpContext http, ProjectRuleKind kind, ProjectScope scope, ProjectScope? asked)
    {
        var narrowed = asked ?? scope;
        var one = narrowed.IsAll ? Project.Default : narrowed.Names is [var only] ? only : null;
        if (kind == ProjectRuleKind.InOne && one is null)
            return new Problem(ErrorCodes.ValidationError, $"Say which of your projects: ?{ProjectRules.Parameter}={narrowed.Names[0]}. You have {string.Join(", ", narrowed.Names)}.", ProjectRules.Parameter);
        http.Features.Set(new RequestProjects(narrowed, kind == ProjectRuleKind.InOne ? one : null));
        return null;
    }

    private static IItemProjects OwnersOf(HttpContext http, ProjectItem item) =>
        http.RequestServices.GetServices<IItemProjects>().Single(owners => owners.Item == item);

    private static async Task<Problem?> LookAtItemAsync(HttpContext http, ProjectItem item, ProjectScope scope)
    {
        if (scope.IsAll)
            return null;
        var isTheirs = Guid.TryParse(http.GetRouteValue("id") as string, out var id)
            && await OwnersOf(http, item).FindAsync(id, http.RequestAborted) is { } projects && projects.All(scope.Includes);
        return isTheirs ? null : new Problem(ErrorCodes.NotFound, $"There is none of the id {id} in {(scope.Names.Count == 1 ? "the project" : "the projects")} {string.Join(", ", scope.Names)}.");
    }
}
