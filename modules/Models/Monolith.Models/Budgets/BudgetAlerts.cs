using Microsoft.Extensions.Logging;
using Monolith.Models.Contracts;

namespace Monolith.Models.Budgets;

/// <summary>Says, once a budget, that most of it is spent.</summary>
internal sealed class BudgetAlerts(ILogger<BudgetAlerts> log, IModelMeter? meter = null)
{
    public void Tell(string scope, decimal spent, decimal limit)
    {
        log.LogWarning("The model budget {Scope} has spent {SpentUsd} of {LimitUsd} dollars", scope, spent, limit);
        meter?.BudgetAlerted(BudgetScope.KindOf(scope));
    }
}
