using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Monolith.Access.Contracts.Audit;

/// <summary>How an endpoint says what its requests are in the audit trail. A test wants it of each that changes anything.</summary>
public static class AuditRoutes
{
    /// <summary>Each request leaves an entry, before its answer.</summary>
    /// <param name="builder">The endpoints.</param>
    /// <param name="action">What it does, such as <c>run.start</c>.</param>
    public static TBuilder Audited<TBuilder>(this TBuilder builder, string action)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AuditedAction(action, IsWrittenFirst: false));

    /// <summary>An entry stands before anything is done, and another with the result follows. When the first cannot be written nothing is done: 503.</summary>
    /// <param name="builder">The endpoints.</param>
    /// <param name="action">What it does, such as <c>key.delete</c>.</param>
    public static TBuilder AuditedFirst<TBuilder>(this TBuilder builder, string action)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AuditedAction(action, IsWrittenFirst: true));

    /// <summary>Its requests change nothing, though the method is one of those that do.</summary>
    /// <param name="builder">The endpoints.</param>
    public static TBuilder NotAudited<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(AuditedAction.None);

    /// <returns>What the request's entry says beside what the request itself says; to be filled in.</returns>
    /// <param name="http">The request.</param>
    public static AuditNote AuditNote(this HttpContext http)
    {
        if (http.Items[typeof(AuditNote)] is not AuditNote note)
            http.Items[typeof(AuditNote)] = note = new AuditNote();
        return note;
    }
}
