namespace Monolith.Benchmarks.Contestants.Wolverine;

/// <summary>The message: do this step of this run. Public, as Wolverine's generated code wants it.</summary>
public sealed record WolverineStep(Guid Run, int Number);

/// <summary>Does nothing, then hands on the next step; the last one ends the run.</summary>
public static class WolverineStepHandler
{
    private const int Steps = 5;

    public static WolverineStep? Handle(WolverineStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Number < Steps)
            return step with { Number = step.Number + 1 };
        PendingRuns.End(step.Run);
        return null;
    }
}
