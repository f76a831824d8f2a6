using Monolith.Models.Contracts;
using Prometheus;

namespace Monolith.Operations.Metrics.Models;

/// <summary>The metrics of language models. The names are of the operator's configuration, and so few.</summary>
internal sealed class ModelMeter(HostMetrics factory) : IModelMeter
{
    private readonly Counter calls = factory.Counter(
        "monolith_model_calls_total", "Calls of providers of language models, by how they ended.", "provider", "model", "outcome");

    private readonly Counter tokens = factory.Counter(
        "monolith_model_tokens_total", "Tokens that language models read and wrote.", "provider", "model", "direction");

    private readonly Counter cost = factory.Counter(
        "monolith_model_cost_usd_total", "US dollars charged for language models.", "provider", "model");

    private readonly Histogram durations = factory.Histogram(
        "monolith_model_call_duration_seconds", "How long calls of providers took.", MetricBuckets.Seconds, "provider", "model");

    private readonly Counter alerts = factory.Counter(
        "monolith_model_budget_alerts_total", "Budgets for language models that reached their alert.", "scope");

    public void Called(ModelUse use)
    {
        calls.WithLabels(use.Provider, use.Model, use.Outcome).Inc();
        tokens.WithLabels(use.Provider, use.Model, "input").Inc(use.InputTokens);
        tokens.WithLabels(use.Provider, use.Model, "output").Inc(use.OutputTokens);
        cost.WithLabels(use.Provider, use.Model).Inc((double)use.Cost);
        durations.WithLabels(use.Provider, use.Model).Observe(use.Took.TotalSeconds);
    }

    public void BudgetAlerted(string scope) => alerts.WithLabels(scope).Inc();
}
