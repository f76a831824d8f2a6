using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monolith.Agents.Registry.Api.Http;

/// <summary>What came of doing recorded attempts again with another version of a plugin.</summary>
/// <param name="Same">How many gave what is recorded.</param>
/// <param name="Different">How many gave something else.</param>
/// <param name="NotCompared">How many could not be compared.</param>
/// <param name="Attempts">Each of them.</param>
public sealed record ShadowReport(int Same, int Different, int NotCompared, IReadOnlyList<ShadowAttempt> Attempts)
{
    /// <summary>Why it ended before its end; null when it did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fault { get; init; }

    internal static ShadowReport Of(IReadOnlyList<ShadowAttempt> attempts, string? fault = null) => new(
        attempts.Count(attempt => attempt.Result == ShadowResult.Same),
        attempts.Count(attempt => attempt.Result == ShadowResult.Different),
        attempts.Count(attempt => attempt.Result == ShadowResult.NotCompared),
        attempts)
    {
        Fault = fault,
    };

    /// <summary>Something was compared, and nothing was different.</summary>
    [JsonIgnore]
    internal bool IsSame => Fault is null && Different == 0 && Same > 0;
}

/// <summary>One recorded attempt, done again.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Pipeline">Its pipeline.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Attempt">The attempt's number.</param>
/// <param name="Agent">The agent.</param>
/// <param name="Action">The action.</param>
/// <param name="Result"><c>same</c>, <c>different</c> or <c>notCompared</c>.</param>
/// <param name="Reason">Why it was not compared; null when it was.</param>
/// <param name="Differences">Empty unless it was different.</param>
public sealed record ShadowAttempt(
    Guid RunId, string Pipeline, string Stage, int Attempt, string Agent, string Action, ShadowResult Result, string? Reason, IReadOnlyList<ShadowDifference> Differences);

/// <summary>Something that came out differently.</summary>
/// <param name="Field"><c>outcome</c>, <c>proposal</c>, <c>questions</c>, or a name among <c>outputs.</c> or <c>metrics.</c></param>
/// <param name="Recorded">What is recorded, cut to 500 characters; null when nothing is.</param>
/// <param name="Now">What came now, cut to 500 characters; null when nothing did.</param>
public sealed record ShadowDifference(string Field, string? Recorded, string? Now);

/// <summary>How an attempt that was done again compares.</summary>
[JsonConverter(typeof(ShadowResultConverter))]
public enum ShadowResult
{
    /// <summary>It gave what is recorded.</summary>
    Same,

    /// <summary>It gave something else.</summary>
    Different,

    /// <summary>It reaches outside, or the journal does not say enough.</summary>
    NotCompared,
}

internal sealed class ShadowResultConverter() : JsonStringEnumConverter<ShadowResult>(JsonNamingPolicy.CamelCase);
