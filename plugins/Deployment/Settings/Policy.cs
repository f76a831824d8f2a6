using System.Text.Json;

namespace Monolith.Plugins.Deployment.Settings;

/// <summary>How a new version takes over, and what it must not do meanwhile.</summary>
/// <param name="Observe">How long each step is watched.</param>
/// <param name="MinimumRequests">Each step lasts until the new version got as many.</param>
/// <param name="Steps">Of a canary: percent of the requests, one after the other.</param>
/// <param name="MaxErrorRate">0 to 1.</param>
/// <param name="MinErrors">Fewer errors than this are never too many.</param>
/// <param name="MaxP95">Milliseconds; null for any.</param>
internal sealed record Policy(
    string Strategy, TimeSpan Observe, int MinimumRequests, IReadOnlyList<double> Steps, double MaxErrorRate, int MinErrors, double? MaxP95)
{
    private const double Whole = 100;

    private static readonly TimeSpan UsualObserve = TimeSpan.FromSeconds(10);
    private static readonly double[] UsualSteps = [10, 25, 50, Whole];

    public static Policy Read(JsonElement parameters)
    {
        var rollback = parameters.Value("rollback") ?? default;
        return new Policy(
            parameters.Text("strategy") ?? "blue-green",
            parameters.Duration("observe", UsualObserve),
            parameters.Integer("minimumRequests") ?? 0,
            StepsOf(parameters.Elements("steps")),
            (rollback.Value("errorRate")?.GetDouble() ?? 1) / Whole,
            rollback.Integer("errors") ?? 5,
            rollback.Value("p95")?.GetDouble());
    }

    private static double[] StepsOf(IReadOnlyList<JsonElement> given)
    {
        double[] steps = given.Count > 0 ? [.. given.Select(step => step.GetDouble())] : UsualSteps;
        if (steps.Zip(steps.Skip(1), (one, two) => one >= two).Contains(true))
        {
            throw new ParameterException("steps", "must grow from one to the next");
        }

        return steps[^1] < Whole ? [.. steps, Whole] : steps;
    }
}
