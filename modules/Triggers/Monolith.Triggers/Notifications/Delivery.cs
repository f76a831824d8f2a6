namespace Monolith.Triggers.Notifications;

/// <summary>What came of an attempt to send.</summary>
/// <param name="Fault">Why it was not taken, for people; null when it was.</param>
/// <param name="MayPass">Whether another attempt may succeed with nothing changed.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone.</param>
internal sealed record Delivery(string? Fault, bool MayPass = false, TimeSpan? RetryAfter = null)
{
    public static readonly Delivery Done = new(Fault: null);

    public static Delivery Failed(string fault, TimeSpan? retryAfter = null) => new(fault, MayPass: true, retryAfter);

    public static Delivery Refused(string fault) => new(fault);
}
