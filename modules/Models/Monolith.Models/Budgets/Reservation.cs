using Monolith.Models.Journal;
using Monolith.Models.Providers;

namespace Monolith.Models.Budgets;

/// <summary>Money set aside for one call of one provider, and the call's row in the journal.</summary>
internal sealed record Reservation(Guid Id, CallKey Key, Provider Provider, decimal Amount);
