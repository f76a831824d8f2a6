using System.ComponentModel.DataAnnotations;

namespace Monolith.Operations.Shutdown;

/// <summary>Section <c>Shutdown</c>: how long each phase of the host's stop may take.</summary>
public sealed class ShutdownOptions : IValidatableObject
{
    /// <summary>
    /// How long the host, no longer ready, still serves everything, so that load balancers that look at readiness take it out before
    /// a request is refused. Not needed where a preStop hook does the waiting.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan Announce { get; set; } = TimeSpan.Zero;

    /// <summary>How long requests under way may take to finish.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00")]
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long stages may take to heed their cancellation, and their runs to be marked interrupted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SavingState { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>How long live streams, scheduler, Redis and database may take to close.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan ClosingConnections { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long what is left may take to be let go of.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan Cleanup { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>After so long the process ends, whatever still hangs.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan ForceExit { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>What refused requests are told to wait before they ask again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>All phases at their longest.</summary>
    internal TimeSpan Longest => Announce + Drain + SavingState + ClosingConnections + Cleanup;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Longest >= ForceExit)
            yield return new ValidationResult($"The phases may take {Longest} together and must take less than ForceExit, {ForceExit}.", [nameof(ForceExit)]);
    }
}
