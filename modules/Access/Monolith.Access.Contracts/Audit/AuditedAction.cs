namespace Monolith.Access.Contracts.Audit;

/// <summary>An endpoint's metadata.</summary>
/// <param name="Action">Such as <c>run.start</c>; empty when its requests are not audited.</param>
/// <param name="IsWrittenFirst">Whether an entry stands before anything is done.</param>
public sealed record AuditedAction(string Action, bool IsWrittenFirst)
{
    /// <summary>Changes nothing.</summary>
    public static AuditedAction None { get; } = new("", IsWrittenFirst: false);
}
