using Monolith.Pipelines.Contracts;
using Prometheus;

namespace Monolith.Operations.Metrics.Runs;

/// <summary>The series of one category of decisions.</summary>
internal sealed class DecisionSeries(Counter decisions, string category)
{
    private readonly Counter.Child[] outcomes =
    [
        decisions.WithLabels(category, "required"),
        decisions.WithLabels(category, "auto_approved"),
        decisions.WithLabels(category, "approved"),
        decisions.WithLabels(category, "rejected"),
        decisions.WithLabels(category, "revised"),
        decisions.WithLabels(category, "escalated"),
        decisions.WithLabels(category, "voided"),
    ];

    public void Count(DecisionChange change) => outcomes[(int)change].Inc();
}
