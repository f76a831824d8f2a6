namespace Monolith.Access.Contracts.Audit;

/// <summary>Who did what. Requests of routes that are <see cref="AuditRoutes.Audited">audited</see> are written by themselves; this is for the rest.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry. Secrets have no place in it.</summary>
    /// <param name="entry">What happened.</param>
    /// <param name="cancellationToken">Ends the wait, not the writing.</param>
    /// <returns>
    /// Whether it is written; false when the store took longer than 2 s, and then it is written as soon as the store answers while this host lives.
    /// </returns>
    Task<bool> WriteAsync(AuditEvent entry, CancellationToken cancellationToken);
}
