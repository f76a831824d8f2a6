using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Contracts.Projects;
using Monolith.Pipelines.Api.Artifacts;
using Monolith.Pipelines.Api.Http;
using Monolith.Pipelines.Api.Pipelines;
using Monolith.Pipelines.Api.Runs;

namespace Monolith.Pipelines.Api;

/// <summary>Every address of the module.</summary>
internal static class PipelineRoutes
{
    private static readonly string[] DefinitionTypes = ["application/yaml", "application/json"];

    public static void MapPipelines(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/pipelines").WithTags("Pipelines").RequireRole(AccessRole.Viewer).InOneProject();
        group.MapGet("", ListPipelines.HandleAsync).WithName("ListPipelines").InProjects().WithSummary("Lists the stored pipelines");
        group.MapGet("{name}", GetPipeline.HandleAsync).WithName("GetPipeline").WithSummary("Shows a pipeline")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPut("{name}", PutPipeline.HandleAsync).WithName("PutPipeline").Audited("pipeline.put").RequireRole(AccessRole.Operator).WithSummary("Stores a version of a pipeline")
            .Accepts<string>(DefinitionTypes[0], DefinitionTypes[1])
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        group.MapDelete("{name}", DeletePipeline.HandleAsync).WithName("DeletePipeline").Audited("pipeline.delete").RequireRole(AccessRole.Operator).WithSummary("Deletes a pipeline")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        group.MapPost("validate", ValidatePipeline.HandleAsync).WithName("ValidatePipeline").ForAllProjects().NotAudited().RequireRole(AccessRole.Operator)
            .WithSummary("Checks a definition and stores nothing")
            .Accepts<string>(DefinitionTypes[0], DefinitionTypes[1])
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    public static void MapSchemas(IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/schemas/pipeline", GetPipelineSchema.Handle).WithTags("Pipelines").WithName("GetPipelineSchema")
        .RequireRole(AccessRole.Viewer).ForAllProjects().WithSummary("Gives the JSON Schema of definitions, for editors")
        .Produces<string>(StatusCodes.Status200OK, "application/schema+json");

    public static void MapRuns(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/runs").WithTags("Runs").RequireRole(AccessRole.Viewer);
        group.MapGet("", ListRuns.HandleAsync).WithName("ListRuns").InProjects().WithSummary("Lists runs, newest first")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("", StartRun.HandleAsync).LimitStarts().WithName("StartRun").InOneProject().Audited("run.start").RequireRole(AccessRole.Operator).WithSummary("Starts a run")
            .WithDescription("A JSON request, or a YAML body that is the definition itself. "
                + "Idempotency-Key: the same key and body give the same run; the same key with another body is a 409.")
            .Accepts<StartRunRequest>("application/json", "application/yaml")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge);

        MapBulk(app);

        var run = group.MapGroup("{id:guid}").OfProject(ProjectItem.Run);
        run.MapGet("", GetRun.HandleAsync).WithName("GetRun").WithSummary("Shows a run, as it is or as it was")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        run.MapGet("stages/{stage}/log", GetStageLog.HandleAsync).WithName("GetStageLog").WithSummary("Reads a stage's log")
            .Produces<string>(StatusCodes.Status200OK, "text/plain").ProducesProblem(StatusCodes.Status404NotFound);
        run.MapGet("artifacts", GetArtifacts.ListAsync).WithName("ListArtifacts").WithSummary("Lists what a run kept")
            .ProducesProblem(StatusCodes.Status404NotFound);
        run.MapGet("artifacts/{name}", GetArtifacts.DownloadAsync).WithName("DownloadArtifact").Audited("artifact.read").WithSummary("Downloads an artifact")
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        run.MapGet("artifacts/{name}/preview", PreviewArtifact.HandleAsync).WithName("PreviewArtifact").Audited("artifact.read").WithSummary("Shows an artifact in a page where it can do nothing")
            .Produces<string>(StatusCodes.Status200OK, "text/html", "text/plain", "image/png").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        MapControls(run);
    }

    private static void MapControls(RouteGroupBuilder run)
    {
        Describe(run.MapPost("pause", ControlRun.PauseAsync), "PauseRun", "run.pause", "Begins no further stage");
        Describe(run.MapPost("resume", ControlRun.ResumeAsync), "ResumeRun", "run.resume", "Goes on with a paused run");
        Describe(run.MapPost("cancel", ControlRun.CancelAsync), "CancelRun", "run.cancel", "Ends a run");
        Describe(run.MapPost("retry", ControlRun.RetryAsync), "RetryRun", "run.retry", "Goes on with a failed or cancelled run");
        Describe(run.MapPost("fork", ForkRun.HandleAsync).LimitStarts(), "ForkRun", "run.fork", "Starts a new run that goes on from this one")
            .Accepts<ForkRunRequest>(isOptional: true, "application/json").ProducesProblem(StatusCodes.Status400BadRequest);
        Describe(run.MapPost("signals/{name}", SignalRunEndpoint.HandleAsync), "SignalRun", "run.signal", "Gives a signal to the stages that wait for it")
            .Accepts<object>(isOptional: true, "application/json").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static void MapBulk(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1").WithTags("Runs").RequireRole(AccessRole.Viewer);
        group.MapPost("runs:batch", StartRuns.HandleAsync).LimitStarts().WithName("StartRuns").InOneProject().Audited("run.start-many").RequireRole(AccessRole.Operator).WithSummary("Starts up to 1,000 runs")
            .Accepts<BatchRequest>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        DescribeBulk(group.MapPost("runs:cancel", BulkControl.Cancel), "CancelRuns", "run.cancel-many", "Ends every run that fits the filter");
        DescribeBulk(group.MapPost("runs:pause", BulkControl.Pause), "PauseRuns", "run.pause-many", "Pauses every run that fits the filter");
        DescribeBulk(group.MapPost("runs:resume", BulkControl.Resume), "ResumeRuns", "run.resume-many", "Goes on with every paused run that fits the filter");
        DescribeBulk(group.MapPost("runs:retry", BulkControl.Retry), "RetryRuns", "run.retry-many", "Goes on with every failed or cancelled run that fits the filter");
    }

    private static void DescribeBulk(RouteHandlerBuilder route, string name, string action, string summary) => route
        .WithName(name)
        .Audited(action)
        .RequireRole(AccessRole.Operator)
        .InProjects()
        .WithSummary(summary)
        .WithDescription("The filter is that of the list; at least one condition is needed. dryRun=true only counts. "
            + "Runs whose state does not allow it are left out. At most 10,000 runs a call, the oldest first.")
        .Produces<BulkResponse>()
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route, string name, string action, string summary) => route
        .WithName(name)
        .Audited(action)
        .RequireRole(AccessRole.Operator)
        .WithSummary(summary)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);
}
