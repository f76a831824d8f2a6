using Monolith.Plugins.Deployment.Settings;

namespace Monolith.Plugins.Deployment.Strategies;

internal static class StrategyTable
{
    public static IStrategy Of(Policy policy)
    {
        IStrategy[] all = [new BlueGreen(), new Canary(policy.Steps), new Rolling(), new Recreate()];
        return all.FirstOrDefault(strategy => strategy.Name == policy.Strategy)
            ?? throw new ParameterException("strategy", $"must be one of {string.Join(", ", all.Select(strategy => strategy.Name))}");
    }
}
