using Monolith.Resilience.Contracts.Breakers;

namespace Monolith.Resilience.Breakers;

/// <summary>
/// A breaker's life: closed, open, half-open, closed or open again. Polly's own closes after one success, so this one is ours.
/// Time is looked at when somebody asks; there is no timer.
/// </summary>
internal sealed class Breaker(BreakerKind kind, string name, BreakersOptions options, TimeProvider time, Action<BreakerReport> changed) : IBreaker
{
    /// <summary>Who comes while a probe is under way asks again then.</summary>
    private static readonly TimeSpan BesideProbe = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly CallWindow window = new(options.Window, time);
    private BreakerState state;
    private DateTimeOffset since = time.GetUtcNow();
    private long opened;
    private long period;
    private long openings;
    private int successes;
    private bool probing;

    public BreakerKind Kind { get; } = kind;

    public string Name { get; } = name;

    /// <summary>When it was asked for last, as a timestamp.</summary>
    public long AskedFor { get; set; } = time.GetTimestamp();

    public BreakerPass Enter()
    {
        BreakerPass pass;
        BreakerReport? change;
        lock (gate)
        {
            change = ComeOfAge();
            pass = new BreakerPass(period, RetryAt());
            if (state == BreakerState.HalfOpen && pass.IsGranted)
                probing = true;
        }

        Tell(change);
        return pass;
    }

    public void Exit(BreakerPass pass, CallOutcome outcome)
    {
        if (!pass.IsGranted)
            return;
        BreakerReport? change = null;
        lock (gate)
        {
            // A call that outlasted its period is old news.
            if (pass.Period != period)
                return;
            if (state == BreakerState.HalfOpen)
                change = EndProbe(outcome);
            else if (outcome != CallOutcome.Unknown)
                change = Count(outcome == CallOutcome.Failure);
        }

        Tell(change);
    }

    public BreakerReport Report()
    {
        BreakerReport report;
        BreakerReport? change;
        lock (gate)
        {
            change = ComeOfAge();
            window.MoveOn();
            report = Now();
        }

        Tell(change);
        return report;
    }

    private BreakerReport? Count(bool failed)
    {
        window.Add(failed);
        return failed && window.Calls >= options.MinimumCalls && window.Failures >= options.FailureRatio * window.Calls ? Open() : null;
    }

    private BreakerReport? EndProbe(CallOutcome outcome)
    {
        probing = false;
        switch (outcome)
        {
            case CallOutcome.Failure:
                return Open();
            case CallOutcome.Success when ++successes >= options.SuccessesToClose:
                window.Clear();
                return Become(BreakerState.Closed);
            default:
                return null;
        }
    }

    private BreakerReport Open()
    {
        (opened, openings) = (time.GetTimestamp(), openings + 1);
        return Become(BreakerState.Open);
    }

    /// <summary>An open breaker whose time is up is half-open.</summary>
    private BreakerReport? ComeOfAge()
    {
        if (state != BreakerState.Open || time.GetElapsedTime(opened) < options.OpenFor)
            return null;
        (successes, probing) = (0, false);
        return Become(BreakerState.HalfOpen);
    }

    private BreakerReport Become(BreakerState next)
    {
        (state, since, period) = (next, time.GetUtcNow(), period + 1);
        return Now();
    }

    private DateTimeOffset? RetryAt() => state switch
    {
        BreakerState.Open => OpenUntil(),
        BreakerState.HalfOpen when probing => time.GetUtcNow() + (BesideProbe < options.OpenFor ? BesideProbe : options.OpenFor),
        _ => null,
    };

    private DateTimeOffset OpenUntil() => time.GetUtcNow() + options.OpenFor - time.GetElapsedTime(opened);

    private BreakerReport Now() => new(
        Kind, Name, state, since, state == BreakerState.Open ? OpenUntil() : null, window.Calls, window.Failures, openings);

    // Outside the lock: whoever hears of it may ask the breaker something.
    private void Tell(BreakerReport? change)
    {
        if (change is not null)
            changed(change);
    }
}
