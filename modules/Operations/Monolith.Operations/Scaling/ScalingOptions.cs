using System.ComponentModel.DataAnnotations;

namespace Monolith.Operations.Scaling;

/// <summary>Section <c>Scaling</c>: how many hosts the arrivals to come want.</summary>
public sealed class ScalingOptions : IValidatableObject
{
    /// <summary>Whether the host forecasts. Off, it reads no history and has none of these metrics.</summary>
    public bool Enabled { get; set; }

    /// <summary>Fewer are never wanted.</summary>
    [Range(1, 1_000)]
    public int MinHosts { get; set; } = 2;

    /// <summary>More are never wanted.</summary>
    [Range(1, 1_000)]
    public int MaxHosts { get; set; } = 10;

    /// <summary>Runs a host does at once; give Engine:MaxActiveRuns the same, so that more of them wait where other hosts see them.</summary>
    [Range(1, 100_000)]
    public int RunsPerHost { get; set; } = 8;

    /// <summary>How old the queue may become; what waits is to be done within as long.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan TargetAge { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>From a host being wanted until it takes runs, the metric's way to the autoscaler included.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan StartUp { get; set; } = TimeSpan.FromSeconds(150);

    /// <summary>For so long the load must be expected lower before fewer hosts are wanted.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "06:00:00")]
    public TimeSpan ScaleInAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many standard deviations above the forecast the hosts are to be enough for.</summary>
    [Range(0.0, 10.0)]
    public double Margin { get; set; } = 3;

    /// <summary>What arrivals are counted in.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan Bucket { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>After so long the load is expected to repeat: a day, or a week.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "14.00:00:00")]
    public TimeSpan Season { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How far back is read. Runs that Retention has deleted are not in it.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan History { get; set; } = TimeSpan.FromDays(7);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MinHosts > MaxHosts)
            yield return new ValidationResult($"{MaxHosts} is less than MinHosts, {MinHosts}.", [nameof(MaxHosts)]);
        if (Bucket > TimeSpan.Zero && Season.Ticks % Bucket.Ticks != 0)
            yield return new ValidationResult($"{Season} is not a multiple of Bucket, {Bucket}.", [nameof(Season)]);
        if (History < Season)
            yield return new ValidationResult($"{History} is less than Season, {Season}.", [nameof(History)]);
    }
}
