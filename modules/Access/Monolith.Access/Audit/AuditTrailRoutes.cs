using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Monolith.Access.Audit.Http;
using Monolith.Access.Contracts;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Refusals;

namespace Monolith.Access.Audit;

/// <summary><c>/api/v1/audit</c>.</summary>
internal static class AuditTrailRoutes
{
    private const string MediaType = "application/x-ndjson";

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/audit").WithTags("Access").RequireRole(AccessRole.Admin);
        group.MapGet("", ListAsync).WithName("ListAudit").WithSummary("Lists who did what, newest first").ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("export", ExportAsync).WithName("ExportAudit").WithSummary("Exports all of it, oldest first, and last its signed head")
            .WithDescription("The command verify-audit of the host checks it without a server.")
            .Produces<string>(StatusCodes.Status200OK, MediaType).Audited("audit.export");
    }

    /// <param name="who">Of one person or program only.</param>
    /// <param name="action">Such as run.start.</param>
    /// <param name="subject">An id or a name.</param>
    /// <param name="from">A time; then or later.</param>
    /// <param name="to">A time; before it.</param>
    /// <param name="cursor">The nextCursor of the page before.</param>
    /// <param name="limit">1 to 500; 50 when absent.</param>
    /// <param name="table">Injected.</param>
    /// <param name="cancellationToken">Injected.</param>
    private static async Task<Results<Ok<AuditListResponse>, ProblemHttpResult>> ListAsync(
        string? who, string? action, string? subject, string? from, string? to, string? cursor, string? limit, AuditTable table, CancellationToken cancellationToken)
    {
        var filter = AuditFilter.Parse(who, action, subject, from, to, cursor, limit);
        if (!filter.IsSuccess)
            return Refusal.Of(filter.Problems);
        var lines = await table.ListAsync(filter.Value with { Limit = filter.Value.Limit + 1 }, cancellationToken);
        var page = lines.Take(filter.Value.Limit).Select(line => JsonSerializer.Deserialize<AuditEntryResponse>(line, JsonSerializerOptions.Web)!).ToList();
        return TypedResults.Ok(new AuditListResponse(page, lines.Count > page.Count ? page[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
    }

    private static PushStreamHttpResult ExportAsync(AuditTable table, CancellationToken cancellationToken) =>
        TypedResults.Stream(body => WriteAsync(body, table, cancellationToken), MediaType, "audit.ndjson");

    private static async Task WriteAsync(Stream body, AuditTable table, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(body, leaveOpen: true) { NewLine = "\n" };
        await foreach (var line in table.ReadAsync(cancellationToken))
            await writer.WriteLineAsync(line.Text.AsMemory(), cancellationToken);
    }
}
