using Monolith.Access.Contracts.Audit;
using Monolith.Kernel;

namespace Monolith.Access.Audit;

/// <summary>What happened, when and on whose behalf: all that its line is made of, but its place in the chain.</summary>
/// <param name="What">Who did what.</param>
/// <param name="At">In UTC.</param>
/// <param name="Host">Where it was written.</param>
/// <param name="Origin">Of the request it belongs to.</param>
internal sealed record AuditEntry(AuditEvent What, DateTimeOffset At, string Host, Origin? Origin)
{
    public string Who => What.Who ?? Origin?.UserId ?? "host";
}
