using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Projects;
using Monolith.Models.Api.Http;
using Monolith.Models.Providers;
using Monolith.Models.Settings;
using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Models.Api;

internal static class ModelRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/models", List).WithTags("Models").RequireRole(AccessRole.Viewer).ForAllProjects().WithName("ListModels").WithSummary("The language models and whether they can be asked");
        app.MapGet("/api/v1/runs/{id:guid}/models", OfRunAsync).WithTags("Models").RequireRole(AccessRole.Viewer).OfProject(ProjectItem.Run).WithName("ListModelCalls")
            .WithSummary("What a run asked of language models, with tokens and costs");
    }

    private static Ok<ModelsResponse> List(ProviderList providers, IOptions<ModelsOptions> options) => TypedResults.Ok(new ModelsResponse(
        options.Value.Replay,
        options.Value.Journal.KeepsContent ? "encrypted" : "off",
        [.. providers.All.Select(Describe)]));

    private static async Task<Ok<RunModelsResponse>> OfRunAsync(Guid id, RunCalls calls, CancellationToken cancellationToken) =>
        TypedResults.Ok(await calls.ReadAsync(id, cancellationToken));

    private static ProviderResponse Describe(Provider provider) => new(
        provider.Name,
        provider.Options.Kind!.Value.ToString().ToLowerInvariant(),
        provider.Model,
        StateOf(provider),
        provider.Options.Prices.InputPerMillion,
        provider.Options.Prices.OutputPerMillion);

    private static string StateOf(Provider provider) => provider.Guard.State switch
    {
        BreakerState.Open => "open",
        BreakerState.HalfOpen => "halfOpen",
        _ => "ready",
    };
}
