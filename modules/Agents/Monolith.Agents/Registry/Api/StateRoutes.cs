using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts.Audit;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Registry.Store;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Api;

/// <summary>What all hosts are to serve of a plugin.</summary>
internal static class StateRoutes
{
    private const string Same = "same";

    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("{plugin}/serve/{contentHash}", ServeAsync).WithName("ServePackage").AuditedFirst("package.serve").WithSummary("Serves a version of the registry")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("{plugin}/pin/{contentHash}", PinAsync).WithName("PinPackage").AuditedFirst("package.pin").WithSummary("Serves a version, and goes on with it whatever is uploaded")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("{plugin}/unpin", UnpinAsync).WithName("UnpinPackage").AuditedFirst("package.unpin").WithSummary("Lets the next upload serve again");
        group.MapPost("{plugin}/rollback", RollBackAsync).WithName("RollBackPackage").AuditedFirst("package.rollback").WithSummary("Serves the version that served before")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapPost("{plugin}/enable", EnableAsync).WithName("EnablePlugin").AuditedFirst("package.enable").WithSummary("Lets a plugin serve again");
        group.MapPost("{plugin}/disable", DisableAsync).WithName("DisablePlugin").AuditedFirst("package.disable").WithSummary("Has no host serve a plugin, from the registry or from a folder");
    }

    private static Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> ServeAsync(string plugin, string contentHash, string? require, HttpContext http, PackageDesk desk, Answers answers) =>
        ChooseAsync(new(plugin, contentHash, require == Same), require, isPinned: false, http, desk, answers);

    private static Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> PinAsync(string plugin, string contentHash, string? require, HttpContext http, PackageDesk desk, Answers answers) =>
        ChooseAsync(new(plugin, contentHash, require == Same), require, isPinned: true, http, desk, answers);

    private static async Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> UnpinAsync(string plugin, HttpContext http, PackageDesk desk, Answers answers) =>
        await answers.OfAsync(await desk.UnpinAsync(plugin, Origin.CurrentUser, http.RequestAborted), http);

    private static async Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> RollBackAsync(string plugin, HttpContext http, PackageDesk desk, Answers answers) =>
        await answers.OfAsync(await desk.RollBackAsync(plugin, Origin.CurrentUser, http.RequestAborted), http);

    private static async Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> EnableAsync(string plugin, HttpContext http, PackageDesk desk, Answers answers) =>
        await answers.OfAsync(await desk.EnableAsync(plugin, isEnabled: true, Origin.CurrentUser, http.RequestAborted), http);

    private static async Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> DisableAsync(string plugin, HttpContext http, PackageDesk desk, Answers answers) =>
        await answers.OfAsync(await desk.EnableAsync(plugin, isEnabled: false, Origin.CurrentUser, http.RequestAborted), http);

    private static async Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> ChooseAsync(
        VersionChoice choice, string? require, bool isPinned, HttpContext http, PackageDesk desk, Answers answers)
    {
        if (require is not (null or Same))
            return PackageAnswer.Of([new Problem(ErrorCodes.ValidationError, $"'{Same}' is all that can be required.", "require")]);
        return await answers.OfAsync(await desk.ServeAsync(choice, isPinned, Origin.CurrentUser, http.RequestAborted), http);
    }

    /// <summary>What is said of a plugin after a change.</summary>
    internal sealed class Answers(PackageTable packages, ServingTable hosts)
    {
        public async Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> OfAsync(Result<PluginState> changed, HttpContext http)
        {
            if (!changed.IsSuccess)
                return PackageAnswer.Of(changed.Problems);
            var state = changed.Value;
            var versions = await packages.ListAsync(state.Plugin, http.RequestAborted);
            var note = http.AuditNote();
            (note.Subject, note.Detail["contentHash"]) = (state.Plugin, state.Serving ?? "");
            note.Detail["version"] = versions.FirstOrDefault(package => package.ContentHash == state.Serving)?.Version ?? "";
            return TypedResults.Ok(PluginPackagesResponse.Of(state, versions, await hosts.ListAsync(state.Plugin, http.RequestAborted)));
        }
    }
}
