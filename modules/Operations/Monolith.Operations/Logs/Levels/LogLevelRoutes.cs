using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Kernel;

namespace Monolith.Operations.Logs.Levels;

/// <summary><c>/api/v1/operations/log-level</c>: how much this host says, until it ends.</summary>
internal static partial class LogLevelRoutes
{
    private const string Path = "/api/v1/operations/log-level";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (IConfiguration configuration) => TypedResults.Ok(new LogLevelResponse(LogLevels.Of(configuration))))
            .WithName("GetLogLevel")
            .WithSummary("How much this host logs")
            .WithTags("Operations")
            .RequireRole(AccessRole.Viewer);
        app.MapPut(Path, Change)
            .WithName("PutLogLevel")
            .AuditedFirst("log-level.put")
            .WithSummary("Changes how much this host logs, until it ends")
            .WithDescription("Of this host alone, and gone with the process; the settings say what lasts. A level of null gives back what is configured.")
            .WithTags("Operations")
            .RequireRole(AccessRole.Admin)
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static Results<Ok<LogLevelResponse>, ProblemHttpResult> Change(
        LogLevelRequest request, LogLevels levels, IConfiguration configuration, ILoggerFactory loggers)
    {
        var category = request.Category is { Length: > 0 } given ? given : LogLevels.Default;
        var level = LevelNames.Find(request.Level);
        if (request.Level is not null && level is null)
            return Wrong($"'level' is none of {LevelNames.Listing}.", "level");
        if (!Category().IsMatch(category))
            return Wrong("'category' is the beginning of a component's name, such as Monolith.Pipelines.", "category");

        levels.Change(category, level);
        loggers.CreateLogger("Monolith.Operations.Logs").LogWarning(
            "The log level of {Category} was changed to {Level}", category, level is { } now ? LevelNames.Of(now) : "what is configured");
        return TypedResults.Ok(new LogLevelResponse(LogLevels.Of(configuration)));
    }

    private static ProblemHttpResult Wrong(string message, string path) => TypedResults.Problem(
        title: message,
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = ErrorCodes.ValidationError,
            ["errors"] = new object[] { new { code = ErrorCodes.ValidationError, message, path } },
        });

    [GeneratedRegex(@"\A[A-Za-z0-9_.]{1,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Category();
}
