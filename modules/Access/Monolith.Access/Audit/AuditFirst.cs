using Microsoft.AspNetCore.Http;
using Monolith.Access.Contracts.Audit;
using Monolith.Access.Refusals;
using Monolith.Kernel;

namespace Monolith.Access.Audit;

/// <summary>What an admin changes is in the trail before it is done; when that cannot be had, it is not done.</summary>
internal sealed class AuditFirst(RequestDelegate next, IAuditLog audit)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var action = http.GetEndpoint()?.Metadata.GetMetadata<AuditedAction>();
        if (action is not { IsWrittenFirst: true } || await audit.WriteAsync(RequestEntry.Of(http, action.Action, "asked"), http.RequestAborted))
            await next(http);
        else
            await Refusal.WriteAsync(http, ErrorCodes.DatabaseError, "The audit trail cannot be written, so nothing was changed. Ask again in a moment.");
    }
}
