using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Agents.Registry.Api.Http;
using Monolith.Agents.Registry.Store;
using Monolith.Agents.Registry.Uploading;
using Monolith.Kernel;

namespace Monolith.Agents.Registry.Api;

/// <summary><c>/api/v1/agents/packages</c>: who may change it decides which code the hosts run.</summary>
internal static class PackageRoutes
{
    public const string Prefix = "/api/v1/agents/packages";

    private const string Zip = "application/zip";
    private const string Bytes = "application/octet-stream";
    private const string Json = "application/json";

    public static void Map(IEndpointRouteBuilder app)
    {
        var reading = app.MapGroup(Prefix).WithTags("Packages").RequireRole(AccessRole.Viewer).ForAllProjects();
        reading.MapGet("", ListAsync).WithName("ListPackages").WithSummary("The plugins of the registry: versions, what is to serve, and what each host serves");
        reading.MapGet("{plugin}", GetAsync).WithName("GetPackages").WithSummary("One plugin of the registry").ProducesProblem(StatusCodes.Status404NotFound);

        var changing = app.MapGroup(Prefix).WithTags("Packages").RequireRole(AccessRole.Admin).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        changing.MapPost("", UploadAsync).WithName("UploadPackage").AuditedFirst("package.upload").WithSummary("Uploads a version of a plugin, from the body or from a feed; it serves at once unless asked otherwise")
            .Accepts<FeedPackageRequest>(Json, Zip, Bytes)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status502BadGateway);
        changing.MapDelete("{plugin}/{contentHash}", DeleteAsync).WithName("DeletePackage").AuditedFirst("package.delete").WithSummary("Deletes a version that nothing uses");
        StateRoutes.Map(changing);
    }

    private static async Task<Ok<PackageListResponse>> ListAsync(PackageTable packages, StateTable states, ServingTable hosts, CancellationToken cancellationToken)
    {
        var versions = (await packages.ListAsync(plugin: null, cancellationToken)).ToLookup(package => package.Plugin);
        var said = (await states.ListAsync(cancellationToken)).ToDictionary(state => state.Plugin);
        var serving = (await hosts.ListAsync(plugin: null, cancellationToken)).ToLookup(host => host.Plugin);
        var names = versions.Select(group => group.Key).Union(said.Keys).Order(StringComparer.Ordinal);
        return TypedResults.Ok(new PackageListResponse(
            [.. names.Select(name => PluginPackagesResponse.Of(said.GetValueOrDefault(name) ?? new PluginState(name), versions[name], serving[name]))]));
    }

    private static async Task<Results<Ok<PluginPackagesResponse>, ProblemHttpResult>> GetAsync(
        string plugin, PackageTable packages, StateTable states, ServingTable hosts, CancellationToken cancellationToken)
    {
        var versions = await packages.ListAsync(plugin, cancellationToken);
        var state = await states.FindAsync(plugin, cancellationToken);
        return versions.Count == 0 && state.Version == 0
            ? PackageAnswer.Of([new Problem(ErrorCodes.NotFound, $"The registry has no plugin '{plugin}'. GET {Prefix} lists those it has.")])
            : TypedResults.Ok(PluginPackagesResponse.Of(state, versions, await hosts.ListAsync(plugin, cancellationToken)));
    }

    private static async Task<Results<Created<UploadResponse>, Ok<UploadResponse>, ProblemHttpResult>> UploadAsync(
        string? plugin, string? expectedHash, bool? serve, HttpContext http, UploadRequest request, PackageUpload upload, PackageDesk desk)
    {
        var digest = UploadRequest.DigestOf(http.Request);
        if (!digest.IsSuccess)
            return PackageAnswer.Of(digest.Problems);
        var read = await request.ReadAsync(http.Request);
        if (!read.IsSuccess)
            return PackageAnswer.Of(read.Problems);
        using var received = read.Value.Package;
        var order = new UploadOrder(read.Value.Source, Origin.CurrentUser) { Plugin = Given(plugin), ExpectedHash = Given(expectedHash), ExpectedSha256 = digest.Value };
        var added = await upload.AddAsync(received, order, http.RequestAborted);
        if (!added.IsSuccess)
            return PackageAnswer.Of(added.Problems);
        var package = added.Value.Package;
        Note(http, package);
        var state = await desk.AdoptAsync(package, serve ?? true, Origin.CurrentUser, http.RequestAborted);
        if (!state.IsSuccess)
            return PackageAnswer.Of(state.Problems);
        var answer = Answer(package, state.Value, serve ?? true);
        return added.Value.IsNew ? TypedResults.Created($"{Prefix}/{Uri.EscapeDataString(package.Plugin)}", answer) : TypedResults.Ok(answer);
    }

    private static UploadResponse Answer(Package package, PluginState state, bool serves)
    {
        var reason = state switch
        {
            { IsEnabled: false } => "The plugin is disabled.",
            _ when state.Serving == package.ContentHash => null,
            _ when !serves => "It was uploaded with serve=false.",
            _ => $"The plugin is pinned to {state.Serving}.",
        };
        return new UploadResponse(PackageResponse.Of(package), reason is null, reason);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string plugin, string contentHash, HttpContext http, PackageDesk desk)
    {
        http.AuditNote().Detail["contentHash"] = contentHash;
        return await desk.DeleteAsync(plugin, contentHash, Origin.CurrentUser, http.RequestAborted) is { } problem ? PackageAnswer.Of([problem]) : TypedResults.NoContent();
    }

    private static void Note(HttpContext http, Package package)
    {
        var note = http.AuditNote();
        note.Subject = package.Plugin;
        note.Detail["contentHash"] = package.ContentHash;
        note.Detail["version"] = package.Version;
        note.Detail["source"] = package.Source;
    }

    // A form sends what was left empty, too.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
