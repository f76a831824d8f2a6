namespace Monolith.Triggers.Notifications;

/// <summary>What came of an attempt to send.</summary>
/// <param name="Fault">Why it was not taken, for people; null when it was.</param>
/// <param name="MayPass">Whether another attempt may succeed with nothing changed.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone.</param>
internal sealed record Delivery(string? Fault, bool MayPass = false, TimeSpan? RetryAfter = null)
{
    /// <summary>When an attempt makes sense again; null when one was made.</summary>
    public DateTimeOffset? Until { get; private init; }

    public static readonly Delivery Done = new(Fault: null);

    public static Delivery Failed(string fault, TimeSpan? retryAfter = null) => new(fault, MayPass: true, retryAfter);

    /// <summary>Nothing was sent, so it is no attempt.</summary>
    public static Delivery PutOff(string reason, DateTimeOffset until) => new(reason, MayPass: true) { Until = until };

    public static Delivery Refused(string fault) => new(fault);
}
