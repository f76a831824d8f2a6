namespace Monolith.Pipelines.Gates;

/// <summary>What a quality gate found.</summary>
/// <param name="Name">The gate's name.</param>
/// <param name="Metric">The dotted path of the metric.</param>
/// <param name="Operator">As written in definitions, such as <c>&gt;=</c>.</param>
/// <param name="Threshold">The right side of the comparison.</param>
/// <param name="Actual">The metric's value; null when it was not reported.</param>
/// <param name="Passed">False when the metric is missing.</param>
/// <param name="Blocking">Whether a failed gate fails the stage; otherwise it warns.</param>
/// <param name="Message">One sentence: what was wanted and what was found.</param>
internal sealed record GateResult(
    string Name, string Metric, string Operator, double Threshold, double? Actual, bool Passed, bool Blocking, string Message);
